import { cloneDatabase, type TestDatabase } from '../testing/clone-database.ts';
import { write, type TestSite } from '../testing/fixtures.ts';
import { lotInTray } from '../testing/lot-in-tray.ts';
import { makeNextCopies } from './next-copies.ts';
import { resolvePiece } from './resolve-piece.ts';
import { sealTray } from './seal-tray.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

const marked = { state: 'trayed', franked_at: new Date() };
const rows = (statement: string, ...parameters: unknown[]) =>
  db.asOwner<Record<string, unknown>>(statement, parameters);

const lotOf = (letters: number, piece: Record<string, unknown> = marked, site?: TestSite, number = 1) =>
  lotInTray(db, letters, { piece, site, number });
const seal = (site: TestSite, tray: string, at = new Date()) =>
  write(db.worker, site.scope, (tx) => sealTray(tx, tray), at);
const depositsOf = (site: TestSite) =>
  rows(
    `select id, slot_at, state, number from pli.deposits where site_id = $1 and number > 100 order by slot_at`,
    site.id,
  );

describe('a tray', () => {
  test('is sealed into the next slot; a second of the same slot joins the same deposit, whose process is asked for once', async () => {
    const { site, lot } = await lotOf(3);
    const other = await lotOf(2, marked, site, 2);
    const at = new Date('2026-11-22T10:00:01Z');
    const first = await seal(site, lot.tray, at);
    expect(first).toMatchObject({ sealed: true, pieces: 3 });
    expect((await seal(site, other.lot.tray, at)).depositId).toBe(first.depositId);
    expect(await depositsOf(site)).toMatchObject([
      { id: first.depositId, slot_at: new Date('2026-11-22T10:00:10Z'), state: 'planned' },
    ]);
    expect(
      await rows(
        `select workflow_id, input->>'depositId' as deposit from pli.outbox where site_id = $1 and kind = 'start'`,
        site.id,
      ),
    ).toEqual([{ workflow_id: `deposit/${first.depositId}`, deposit: first.depositId }]);
    expect(
      await rows(`select distinct deposit_id from pli.pieces where lot_id = any($1)`, [lot.id, other.lot.id]),
    ).toEqual([{ deposit_id: first.depositId }]);
  });

  test('sealed twice is sealed once', async () => {
    const { site, lot } = await lotOf(2);
    const first = await seal(site, lot.tray);
    expect(await seal(site, lot.tray, new Date(Date.now() + 60_000))).toEqual(first);
    expect(
      await rows(`select type from pli.events where subject_id = $1 and type = 'tray.sealed'`, lot.tray),
    ).toHaveLength(1);
  });

  test('passes over a slot whose deposit has closed', async () => {
    const { site, lot } = await lotOf(1);
    const other = await lotOf(1, marked, site, 2);
    const at = new Date('2026-11-22T10:00:01Z');
    const { depositId } = await seal(site, lot.tray, at);
    await rows(`update pli.deposits set state = 'closed' where id = $1`, depositId);
    await seal(site, other.lot.tray, at);
    expect((await depositsOf(site)).map((deposit) => deposit.slot_at)).toEqual([
      new Date('2026-11-22T10:00:10Z'),
      new Date('2026-11-22T10:00:20Z'),
    ]);
  });

  test('of a lot with a send date waits for a slot of that day', async () => {
    const { site, lot } = await lotOf(1);
    await rows(`update pli.lots set planned_deposit_date = '2026-11-25' where id = $1`, lot.id);
    await seal(site, lot.tray, new Date('2026-11-22T10:00:01Z'));
    expect(await depositsOf(site)).toMatchObject([{ slot_at: new Date('2026-11-24T23:00:00Z') }]); // midnight in Paris
  });

  test('two sealed at the same moment by two workers share the deposit', async () => {
    const { site, lot } = await lotOf(5);
    const others = [await lotOf(5, marked, site, 2), await lotOf(5, marked, site, 3), await lotOf(5, marked, site, 4)];
    const at = new Date('2026-11-22T10:00:01Z');
    const sealed = await Promise.all(
      [lot, ...others.map((other) => other.lot)].map(({ tray }) => seal(site, tray, at)),
    );
    expect(new Set(sealed.map((tray) => tray.depositId)).size).toBe(1);
  });

  test('so full that one transaction cannot tell of it takes several, and is sealed by the last', async () => {
    const { site, lot } = await lotOf(300);
    expect(await seal(site, lot.tray)).toMatchObject({ sealed: false });
    expect(await rows(`select state from pli.trays where id = $1`, lot.tray)).toEqual([{ state: 'open' }]);
    expect(await seal(site, lot.tray)).toMatchObject({ sealed: true, pieces: 300 });
    expect(
      await rows(`select count(*)::int as n from pli.pieces where lot_id = $1 and deposit_id is not null`, lot.id),
    ).toEqual([{ n: 300 }]);
  });

  test.each([
    ['tray_not_complete', { state: 'diverted', franked_at: new Date() }],
    ['tray_holds_unmarked', { state: 'trayed' }],
    ['tray_holds_unmarked', { ...marked, registered_number: 'RA100000015FR' }],
  ])('is not sealed: %s', async (code, piece) => {
    const { site, lot } = await lotOf(1, piece);
    await expect(seal(site, lot.tray)).rejects.toMatchObject({ code });
  });

  test('that stayed empty goes back; no deposit is made for it', async () => {
    const { site, lot } = await lotOf(2, { state: 'spoiled' });
    expect(await seal(site, lot.tray)).toEqual({ trayId: lot.tray, sealed: true, pieces: 0, depositId: null });
    expect(await rows(`select state, pieces from pli.trays where id = $1`, lot.tray)).toEqual([
      { state: 'settled', pieces: 0 },
    ]);
    expect(await depositsOf(site)).toEqual([]);
  });
});

describe('dead copies', () => {
  test('of 130 letters get their next ones in reprint lots, each once', async () => {
    const { site, lot } = await lotOf(130, { state: 'spoiled' });
    const next = () => write(db.worker, site.scope, (tx) => makeNextCopies(tx, lot.id));
    expect(await next()).toMatchObject({ copies: 110, more: true });
    expect(await next()).toMatchObject({ copies: 20, more: false });
    expect(await next()).toBeUndefined();
    const copies = await rows(
      `select p.copy, t.kind, l.kind as lot, l.reprint_of from pli.pieces p join pli.lots l on l.id = p.lot_id join pli.trays t on t.id = p.tray_id where l.reprint_of = $1`,
      lot.id,
    );
    expect(copies).toHaveLength(130);
    expect(new Set(copies.map((copy) => JSON.stringify(copy))).size).toBe(1);
    expect(copies[0]).toEqual({ copy: 2, kind: 'residual', lot: 'reprint', reprint_of: lot.id });
    expect(await rows(`select distinct current_copy from pli.letters where site_id = $1`, site.id)).toEqual([
      { current_copy: 2 },
    ]);
    expect(await rows(`select workflow_type from pli.outbox where site_id = $1 and kind = 'start'`, site.id)).toEqual([
      { workflow_type: 'lot' },
      { workflow_type: 'lot' },
    ]);
  });

  test('a piece found spoiled after its lot closed gets its next copy at once', async () => {
    const { site, lot } = await lotOf(2);
    await rows(`update pli.lots set state = 'closed' where id = $1`, lot.id);
    await write(db.api, site.scope, (tx) => resolvePiece(tx, lot.pieces[0]?.id ?? '', { found: 'spoiled' }, 'torn'));
    expect(await rows(`select pieces, kind from pli.lots where reprint_of = $1`, lot.id)).toEqual([
      { pieces: 1, kind: 'reprint' },
    ]);
  });
});

describe('what a person finds', () => {
  const find = (site: TestSite, piece: string | undefined, finding: Parameters<typeof resolvePiece>[2]) =>
    write(db.api, site.scope, (tx) => resolvePiece(tx, piece ?? '', finding, 'checked'));

  test('a suspect copy in hand goes into its tray and wakes its lot', async () => {
    const { site, lot } = await lotOf(1, { state: 'suspect' });
    await find(site, lot.pieces[0]?.id, { found: 'trayed', tray: 1 });
    expect(
      await rows(`select state, franked_at is not null as franked from pli.pieces where lot_id = $1`, lot.id),
    ).toEqual([{ state: 'trayed', franked: true }]);
    expect(await rows(`select kind, workflow_id from pli.outbox where site_id = $1`, site.id)).toEqual([
      { kind: 'nudge', workflow_id: `lot/${lot.id}` },
    ]);
  });

  test.each([
    ['state_conflict', 'voided', { found: 'spoiled' as const }],
    ['state_conflict', 'trayed', { found: 'voided' as const }],
    ['state_conflict', 'accepted', { found: 'spoiled' as const }],
    ['tray_not_open', 'suspect', { found: 'trayed' as const, tray: 99 }],
    ['finding_not_possible', 'suspect', { found: 'printed' as const }],
  ])('%s: a copy that is %s', async (code, state, finding) => {
    const { site, lot } = await lotOf(1, { state });
    await expect(find(site, lot.pieces[0]?.id, finding)).rejects.toMatchObject({ code });
  });

  test('a copy that the carrier has is refused with what is known and what to do', async () => {
    const { site, lot } = await lotOf(1, { state: 'accepted' });
    await expect(find(site, lot.pieces[0]?.id, { found: 'spoiled' })).rejects.toThrow(
      'This piece is accepted: it cannot be told as spoiled. The carrier says that it has it, and here it is: keep it, ask the carrier, and name it in the case',
    );
  });
});
