import { newId } from '#contracts/new-id';
import { pieceId } from '#contracts/ids';
import { formatMark } from '#domain/marks';
import type { DataSource } from 'typeorm';
import type { Row } from '../ledger.ts';
import { write, type TestAccount, type TestOrder, type TestSite } from './fixtures.ts';

export interface TestLot {
  id: string;
  number: number;
  tray: string;
  deposit: string;
  /** In feeding order: piece ids, their letters, window codes and sheet codes. */
  pieces: { id: string; letter: string; windowCode: string; sheetCodes: string[] }[];
}

/** A planned lot of first copies in one tray of one deposit, one sheet a piece unless told; its letters are in production. */
export async function makeLot(
  database: DataSource,
  site: TestSite,
  account: TestAccount,
  order: TestOrder,
  { number = 1, sheets = 1, lot = {}, piece = {} }: { number?: number; sheets?: number; lot?: Row; piece?: Row } = {},
): Promise<TestLot> {
  const now = new Date();
  const later = new Date(now.getTime() + 3_600_000);
  const [id, tray, deposit] = [newId('lot', now), newId('tray', now), newId('deposit', now)];
  const owner = { site_id: site.id, mode: site.mode };
  const since = { state_since: now, deadline_at: later, created_at: now };
  const pieces = order.letterIds.map((letter, i) => ({
    id: pieceId(letter, 1),
    letter,
    windowCode: formatMark({ kind: 'window', site: site.code, lot: number, piece: i + 1, copy: 1 }),
    sheetCodes: Array.from({ length: sheets }, (_, s) =>
      formatMark({ kind: 'sheet', site: site.code, lot: number, piece: i + 1, sheet: s + 1, of: sheets }),
    ),
  }));
  await write(database, site.scope, async (tx) => {
    await tx.create('lot', 'lot.planned', [
      {
        id,
        ...owner,
        number,
        kind: 'ordinary',
        key: {},
        key_text: 'k',
        state: 'planned',
        pieces: pieces.length,
        sheets: pieces.length * sheets,
        planned_deposit_date: '2027-01-04',
        ...since,
        ...lot,
      },
    ]);
    await tx.create('deposit', 'deposit.planned', [
      {
        id: deposit,
        ...owner,
        number,
        carrier_id: site.carrier,
        carrier_contract: 'ours',
        state: 'planned',
        slot_at: later,
        pieces: 0,
        ...since,
      },
    ]);
    await tx.create('tray', 'tray.opened', [
      {
        id: tray,
        ...owner,
        number,
        lot_id: id,
        position: 1,
        kind: 'sorted',
        product: 'priority',
        carrier_contract: 'ours',
        state: 'open',
        pieces: pieces.length,
        ...since,
      },
    ]);
    for (const state of ['composed', 'pooled', 'in_production'])
      await tx.change(
        'letter',
        `letter.${state}`,
        order.letterIds.map((letter) => ({
          id: letter,
          set: { state, ...(state === 'in_production' && { current_copy: 1 }) },
        })),
      );
    await tx.create(
      'piece',
      'piece.planned',
      pieces.map((p, i) => ({
        id: p.id,
        letter_id: p.letter,
        copy: 1,
        account_id: account.id,
        ...owner,
        lot_id: id,
        position: i + 1,
        state: 'planned',
        sheets,
        weight_mg: 9000,
        weight_band: 20,
        window_code: p.windowCode,
        tray_id: tray,
        ...since,
        ...piece,
      })),
    );
  });
  return { id, number, tray, deposit, pieces };
}
