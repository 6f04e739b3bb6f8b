import { newId } from '#contracts/new-id';
import { pieceId } from '#contracts/ids';
import { inLedger } from '#database/ledger';
import { siteScope } from '#database/scope';
import { takeSiteNumbers } from '#database/site-numbers';
import type { TestDatabase } from '#database/testing/clone-database';
import type { LotState, PieceState } from '#domain/life-cycles';
import { formatMark } from '#domain/marks';

export interface SampleLot {
  lotId: string;
  lotNumber: number;
  trayId: string;
  trayNumber: number;
  pieceIds: string[];
}

/** Puts accepted letters into production as the workers would: a lot with an open tray, its pieces in the states given. */
export async function putIntoLot(
  database: TestDatabase,
  site: { id: string; code: string },
  letterIds: readonly string[],
  states: { lot: LotState; pieces: readonly PieceState[] },
): Promise<SampleLot> {
  const lotId = newId('lot');
  const trayId = newId('tray');
  const at = new Date();
  const due = new Date(at.getTime() + 60_000);
  return inLedger(
    database.worker,
    siteScope(site.id),
    { actor: 'test', cause: {} },
    () => at,
    async (tx) => {
      const number = await takeSiteNumbers(tx.sql, site.id, 'lot');
      const trayNumber = await takeSiteNumbers(tx.sql, site.id, 'tray');
      const letters = await tx.sql<{ id: string; account_id: string }>(
        `select id, account_id from pli.letters where id = any($1) order by id`,
        [letterIds],
      );
      for (const state of ['composed', 'pooled', 'in_production'])
        await tx.change(
          'letter',
          `letter.${state}`,
          letters.map(({ id }) => ({
            id,
            set: { state, sheets: 1, weight_mg: 9990, weight_band: 20, current_copy: 1 },
          })),
        );
      const common = { site_id: site.id, mode: 'test', state_since: at, deadline_at: due, created_at: at };
      const key = { product: 'priority', contract: 'specimen-post', franking: 'printed' };
      await tx.create('lot', 'lot.planned', [
        {
          ...common,
          id: lotId,
          number,
          kind: 'ordinary',
          key,
          key_text: 'sample',
          state: states.lot,
          pieces: letters.length,
          sheets: letters.length,
          // Each has a leaf, and the lot two banners.
          sheets_printed: ['planned', 'printing'].includes(states.lot) ? null : letters.length + 2,
          planned_deposit_date: '2027-01-04',
          needs_operator: false,
        },
      ]);
      await tx.create('tray', 'tray.planned', [
        {
          ...common,
          id: trayId,
          number: trayNumber,
          lot_id: lotId,
          position: 1,
          kind: 'sorted',
          product: 'priority',
          carrier_contract: 'specimen-post',
          state: 'open',
          pieces: letters.length,
        },
      ]);
      const pieces = letters.map(({ id, account_id }, i) => ({
        ...common,
        id: pieceId(id, 1),
        letter_id: id,
        copy: 1,
        account_id,
        lot_id: lotId,
        position: i + 1,
        state: states.pieces[i] ?? 'planned',
        sheets: 1,
        weight_mg: 9990,
        weight_band: 20,
        window_code: formatMark({ kind: 'window', site: site.code, lot: number, piece: i + 1, copy: 1 }),
        tray_id: trayId,
        franked_at: at,
      }));
      await tx.create('piece', 'piece.planned', pieces);
      return { lotId, lotNumber: number, trayId, trayNumber, pieceIds: pieces.map(({ id }) => id) };
    },
  );
}
