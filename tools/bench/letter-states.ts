import { setTimeout as delay } from 'node:timers/promises';
import { endedLetterStates, type LetterState } from '#domain/life-cycles';
import { openDatabase } from '#database/data-source';
import { sqlOf, type Sql } from '#database/scope';
import type { Instance } from '../launcher/instance.ts';

/** How many letters are in each state. */
export type LetterCounts = ReadonlyMap<LetterState, number>;

/** A letter that the carrier took is in one of these states. */
export const takenByCarrier: readonly LetterState[] = ['accepted_by_carrier', ...endedLetterStates];

export const countIn = (counts: LetterCounts, states: readonly LetterState[]): number =>
  states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);

/**
 * Looks at the letters of an instance in its database, as the checker may: following them by the event feed would cost the machine that is
 * measured much more.
 */
export class LetterStates {
  private constructor(
    private readonly sql: Sql,
    readonly close: () => Promise<void>,
  ) {}

  static async of({ environment }: Pick<Instance, 'environment'>): Promise<LetterStates> {
    const database = await openDatabase(environment.CHECKER_DATABASE_URL ?? '', 1);
    const runner = database.createQueryRunner();
    await runner.query('set role pli_audit');
    return new LetterStates(sqlOf(runner), async () => {
      await runner.release();
      await database.destroy();
    });
  }

  /** Of one account's letters, or of all. */
  async counts(accountId?: string): Promise<LetterCounts> {
    const rows = await this.sql<{ state: LetterState; n: number }>(
      `select state, count(*)::int as n from pli.letters where $1::text is null or account_id = $1 group by state`,
      [accountId ?? null],
    );
    return new Map(rows.map(({ state, n }) => [state, n]));
  }

  /**
   * Waits until so many letters are in one of these states; looks twice a second.
   * @throws Error when letters ended as they should not, or patience is over: it says where they are
   */
  async until(letters: number, states: readonly LetterState[], patienceMs: number): Promise<void> {
    for (const deadline = Date.now() + patienceMs; ; await delay(500)) {
      const counts = await this.counts();
      if (countIn(counts, states) >= letters) return;
      const astray = countIn(counts, ['refused', 'unprintable', 'cancelled', 'lost']);
      if (astray > 0 || Date.now() > deadline) throw new Error(`Letters are ${JSON.stringify([...counts])}.`);
    }
  }
}
