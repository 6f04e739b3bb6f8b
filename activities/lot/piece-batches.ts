import type { PieceState } from '#domain/life-cycles';
import type { Row } from '#database/ledger';
import type { Records } from '../records.ts';

/** Pieces changed in one transaction; each makes one event, and the ledger takes 500 at once. */
export const PIECES_AT_ONCE = 450;

export interface PieceStep {
  /** The states that pieces leave. */
  from: readonly PieceState[];
  /** What the ledger calls it. */
  type: string;
  /** Columns, `state` among them: one that is not in `from`, so that a piece is not taken twice. */
  set: Row;
  /** When it happened, if a fact tells. */
  at?: Date;
}

/** Moves all of a lot's pieces that are in a state on to the next, batch by batch: cut off anywhere, it goes on when called again. */
export async function changeSome(records: Records, siteId: string, lotId: string, step: PieceStep): Promise<number> {
  let changed = 0;
  for (;;) {
    const ids = await records.write(
      siteId,
      async (tx) => {
        const pieces = await tx.sql<{ id: string }>(
          `select id from pli.pieces where lot_id = $1 and state = any($2) order by position limit $3`,
          [lotId, step.from, PIECES_AT_ONCE],
        );
        return tx.change(
          'piece',
          step.type,
          pieces.map(({ id }) => ({ id, set: step.set })),
          { from: step.from, otherwise: 'skip' },
        );
      },
      step.at,
    );
    changed += ids.length;
    if (ids.length === 0) return changed;
  }
}
