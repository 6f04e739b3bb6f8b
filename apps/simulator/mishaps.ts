import type { SimulatorFault } from '#contracts/simulator-journal';
import { happened, type Faults } from './faults.ts';
import type { PieceStep, Step } from './feeding.ts';
import { befallen, type InserterLot } from './inserted.ts';
import type { Journal } from './journal.ts';

/** Two pieces by their positions: those that change inner sheets, or the one under whose last sheet the other's first one slips. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/**
 * The steps of the lot with the mishaps asked for. Each mishap is journalled before the first step, so it happens once; it looks for pieces
 * that no other mishap befalls, and stays armed for a later lot when it finds none at all.
 */
export async function plannedSteps(
  { journal, faults }: { journal: Journal; faults: Faults },
  lot: InserterLot,
  fed: readonly Step[],
): Promise<Step[]> {
  const plan = async (fault: SimulatorFault, known: boolean, find: () => Record<string, number> | undefined) => {
    const armed = lot.steps > 0 || known ? undefined : faults.awaiting(fault, lot);
    const detail = armed && find();
    const torn = armed?.damaged === true ? { damaged: 1 } : {};
    if (armed && detail) await journal.append(happened(armed, lot, { job: lot.job, ...detail, ...torn }));
  };
  const whole = fed.filter((step): step is PieceStep => step.kind === 'piece' && step.whole);
  const free = (): PieceStep[] => {
    const taken = befallen(lot);
    return whole.filter(({ piece }) => !taken.has(piece.position));
  };
  await plan('swap', lot.swap !== undefined, () => pairDetail(swapCandidates(whole), 'a', 'b'));
  await plan('double_feed', lot.doubleFeed !== undefined, () =>
    pairDetail(neighbours(free()) ?? neighbours(whole.filter(notIn(lot.swap))), 'under', 'slipped'),
  );
  // What slips or is changed is no longer whole: only a piece that is closed can leave by the pocket or fall.
  const closed = (): PieceStep[] => whole.filter(({ piece }) => piece.position !== lot.doubleFeed?.slipped);
  await plan('divert', lot.diverted.size > 0, () => middleOf(free()) ?? middleOf(closed()));
  const undiverted = (): PieceStep[] => closed().filter(({ piece }) => !lot.diverted.has(piece.position));
  await plan('drop', lot.dropped.size > 0, () => middleOf(free()) ?? middleOf(undiverted()));

  const exchanged = lot.swap ? swapped(fed, lot.swap) : [...fed];
  return lot.doubleFeed ? doubleFed(exchanged, { a: lot.doubleFeed.under, b: lot.doubleFeed.slipped }) : exchanged;
}

/**
 * Two whole pieces that get each other's inner sheets: the first one with inner sheets and its neighbour; undefined when no piece has any. No
 * reading prevents it when it happens behind the camera of the feeder; the one of the exit sees it.
 */
export function swapCandidates(whole: readonly PieceStep[]): Pair | undefined {
  const first = whole.findIndex(({ sheets }) => sheets.length > 1);
  const second = whole[first + 1] ?? whole[first - 1];
  const found = whole[first];
  return found && second ? { a: found.piece.position, b: second.piece.position } : undefined;
}

/** The steps with the inner sheets of the pieces at positions a and b exchanged; what is read is then what is really inside. */
export function swapped(steps: readonly Step[], { a, b }: Pair): Step[] {
  const inner = new Map([
    [a, sheetsAt(steps, b).slice(1)],
    [b, sheetsAt(steps, a).slice(1)],
  ]);
  return steps.map((step) => {
    const others = step.kind === 'piece' ? inner.get(step.piece.position) : undefined;
    if (step.kind !== 'piece' || !others) return step;
    return { ...step, sheets: [...step.sheets.slice(0, 1), ...others] };
  });
}

/**
 * The steps with the first sheet of the piece at b under the last one of the piece at a, which is closed over it unseen; what is left of b is
 * not closed.
 */
export function doubleFed(steps: readonly Step[], { a, b }: Pair): Step[] {
  const slipped = sheetsAt(steps, b).slice(0, 1);
  return steps.map((step) => {
    if (step.kind !== 'piece') return step;
    if (step.piece.position === a) return { ...step, sheets: [...step.sheets, ...slipped], read: step.sheets };
    if (step.piece.position === b) return { ...step, sheets: step.sheets.slice(1), whole: false };
    return step;
  });
}

function sheetsAt(steps: readonly Step[], position: number): PieceStep['sheets'] {
  return steps.flatMap((step) => (step.kind === 'piece' && step.piece.position === position ? step.sheets : []));
}

/** The first two whole pieces of which one is fed right behind the other. */
function neighbours(whole: readonly PieceStep[]): Pair | undefined {
  const first = whole.find(({ piece }, i) => whole[i + 1]?.piece.position === piece.position + 1);
  return first && { a: first.piece.position, b: first.piece.position + 1 };
}

const notIn =
  (pair: Pair | undefined) =>
  ({ piece }: PieceStep): boolean =>
    piece.position !== pair?.a && piece.position !== pair?.b;

function pairDetail(pair: Pair | undefined, a: string, b: string): Record<string, number> | undefined {
  return pair && { [a]: pair.a, [b]: pair.b };
}

function middleOf(steps: readonly PieceStep[]): { position: number } | undefined {
  const step = steps[Math.floor(steps.length / 2)];
  return step && { position: step.piece.position };
}
