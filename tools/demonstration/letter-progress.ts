import { letterHasEnded, type LetterState } from '#domain/life-cycles';

/** The stages of a letter as its sender sees them, in order; the last is any end. */
export const stages = [
  'accepted',
  'composed',
  'in production',
  'handed over',
  'accepted by the carrier',
  'ended',
] as const;

/** The stage that a letter has reached in a state; drafts have reached none. */
function stageOf(state: LetterState): number {
  if (letterHasEnded(state)) return stages.indexOf('ended');
  const open: Partial<Record<LetterState, (typeof stages)[number]>> = {
    accepted: 'accepted',
    composed: 'composed',
    pooled: 'composed',
    in_production: 'in production',
    handed_over: 'handed over',
    accepted_by_carrier: 'accepted by the carrier',
  };
  const stage = open[state];
  return stage === undefined ? -1 : stages.indexOf(stage);
}

const neverMade: readonly LetterState[] = ['refused', 'unprintable', 'cancelled', 'deleted'];

/** How far a set of letters has come, told by the events of their accounts. */
export class LetterProgress {
  readonly #states: Map<string, LetterState>;

  constructor(letterIds: readonly string[]) {
    this.#states = new Map(letterIds.map((id) => [id, 'draft']));
  }

  /** Takes an event of the feed; those of other letters and subjects tell nothing here. */
  take({ subjectId, state }: { readonly subjectId: string; readonly state: string | null }): void {
    if (state !== null && this.#states.has(subjectId)) this.#states.set(subjectId, state as LetterState);
  }

  get letters(): number {
    return this.#states.size;
  }

  /** Letters that ended without ever being on paper. */
  get neverMade(): number {
    return [...this.#states.values()].filter((state) => neverMade.includes(state)).length;
  }

  /** Letters that have reached a stage; those that are never made reach none. */
  reached(stage: (typeof stages)[number]): number {
    const least = stages.indexOf(stage);
    return [...this.#states.values()].filter((state) => !neverMade.includes(state) && stageOf(state) >= least).length;
  }

  get allEnded(): boolean {
    return this.open.length === 0;
  }

  /** Letters of which no event said that they ended. */
  get open(): string[] {
    return [...this.#states].filter(([, state]) => !letterHasEnded(state)).map(([id]) => id);
  }

  /** From 0 to 1. */
  get fraction(): number {
    const steps = [...this.#states.values()].reduce((sum, state) => sum + stageOf(state) + 1, 0);
    return this.#states.size === 0 ? 1 : steps / (this.#states.size * stages.length);
  }

  /** Where letters rest: `42 no return seen, 8 delivered`. */
  get ends(): string {
    const ended = [...this.#states.values()].filter((state) => letterHasEnded(state));
    const counts = [...new Set(ended)].map(
      (state) => [state, ended.filter((other) => other === state).length] as const,
    );
    return counts.map(([state, count]) => `${count} ${state.replaceAll('_', ' ')}`).join(', ');
  }
}

/** How far letters are, for people: `of 50, 50 composed, 31 in production, 7 handed over`. */
export function progressWords(progress: LetterProgress): string {
  const counts = stages.map((stage) => ({ stage, count: progress.reached(stage) }));
  const aside = progress.neverMade > 0 ? [`${progress.neverMade} not made`] : [];
  // Of the stages that all letters have behind them the last one says it.
  const allBehind = counts.findLastIndex(({ count }) => count === progress.letters - progress.neverMade);
  const told = counts.slice(Math.max(allBehind, 0)).filter(({ count }) => count > 0);
  return [`of ${progress.letters}`, ...aside, ...told.map(({ stage, count }) => `${count} ${stage}`)].join(', ');
}
