import { newId } from '#contracts/new-id';
import { commitStep } from '../irreversible-steps.ts';
import type { Row } from '../ledger.ts';
import { cloneDatabase, type TestDatabase } from '../testing/clone-database.ts';
import { write, type TestSite } from '../testing/fixtures.ts';
import { lotInTray, type LotInTray } from '../testing/lot-in-tray.ts';
import { openTray } from './open-tray.ts';
import { resolvePiece, type Finding } from './resolve-piece.ts';
import { scanIntoTray, scanPiece } from './scan-into-tray.ts';
import { sealTray } from './seal-tray.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db.drop());

const rows = (statement: string, ...parameters: unknown[]) =>
  db.asOwner<Record<string, unknown>>(statement, parameters);
let scans = 0;
const find = (site: TestSite, piece: string, finding: Finding, reason = 'checked') =>
  write(db.api, site.scope, (tx) => resolvePiece(tx, piece, finding, reason, `scan ${++scans}`));
const scanInto = (site: TestSite, tray: string, piece: string) =>
  write(db.api, site.scope, (tx) => scanIntoTray(tx, tray, piece, 'scanned', `scan ${++scans}`));
const trayByHand = (site: TestSite) =>
  write(db.api, site.scope, (tx) =>
    openTray(tx, site.id, { product: 'priority', carrierContract: 'ours', reason: 'came_back' }),
  );
const stateOf = async (table: string, id: string) =>
  (await rows(`select * from pli.${table} where id = $1`, id))[0] as Record<string, unknown>;

/** A closed lot of one piece that left with a deposit, and of which the carrier says what `kind` says. */
async function notTaken(
  kind: 'missing_at_deposit' | 'refused_at_deposit',
  change: { letter?: Row; given?: Parameters<typeof lotInTray>[2] } = {},
): Promise<LotInTray & { piece: string; letter: string }> {
  const made = await lotInTray(db, 1, { ...change.given, lot: { state: 'closed', deadline_at: null } });
  const { site, lot, account } = made;
  const { id: piece = '', letter = '' } = lot.pieces[0] ?? {};
  const due = new Date(Date.now() + 60_000);
  await write(db.worker, site.scope, async (tx) => {
    await tx.change('tray', 'tray.sealed', [{ id: lot.tray, set: { state: 'sealed', deposit_id: lot.deposit } }]);
    await commitStep(tx, site.id, 'test', 'hand_off', `${site.code}-1`, [{ letter_id: letter, copy: 1 }]);
    for (const state of ['closed', 'announced', 'left_site', 'accepted_with_differences'])
      await tx.change('deposit', `deposit.${state}`, [{ id: lot.deposit, set: { state } }]);
    await tx.change('tray', 'tray.handed_over', [{ id: lot.tray, set: { state: 'handed_over' } }]);
    const gone = { state: 'handed_over', deposit_id: lot.deposit, deadline_at: due };
    await tx.change('piece', 'piece.handed_over', [{ id: piece, set: gone }]);
    const left = { state: 'handed_over', handed_over_at: tx.at, deposit_number: 1, deadline_at: due };
    await tx.change('letter', 'letter.handed_over', [{ id: letter, set: left }]);
    await tx.change('piece', `piece.${kind}`, [{ id: piece, set: { state: kind, deadline_at: due } }]);
    await tx.create('case', 'case.opened', [
      {
        id: newId('case'),
        site_id: site.id,
        mode: 'test',
        account_id: account.id,
        kind,
        deposit_id: lot.deposit,
        piece_id: piece,
        state: 'open',
        deadline_at: due,
        created_at: tx.at,
      },
    ]);
    if (change.letter) await tx.change('letter', 'letter.changed', [{ id: letter, set: change.letter }]);
  });
  return { ...made, piece, letter };
}

describe('an envelope that the carrier did not take, back in hand', () => {
  test.each(['missing_at_deposit', 'refused_at_deposit'] as const)(
    '%s: is scanned into a tray opened for it; its case closes, its letter is in production, and it can be handed off once again',
    async (kind) => {
      const { site, lot, piece, letter } = await notTaken(kind);
      const tray = await trayByHand(site);
      expect(await scanInto(site, tray, piece)).toBe('trayed');
      expect(await stateOf('pieces', piece)).toMatchObject({ state: 'trayed', tray_id: tray, deposit_id: null });
      expect(await stateOf('letters', letter)).toMatchObject({ state: 'in_production', handed_over_at: null });
      expect(await rows(`select state, outcome from pli.cases where piece_id = $1`, piece)).toEqual([
        { state: 'closed', outcome: 'trayed_again' },
      ]);
      expect(await rows(`select job, undone_by from pli.irreversible_steps where letter_id = $1`, letter)).toEqual([
        { job: `${site.code}-1`, undone_by: `scan ${scans}` },
      ]);
      expect(await rows(`select kind, data from pli.facts where source_id = $1`, `scan ${scans}`)).toMatchObject([
        { kind: 'piece.found', data: { found: 'trayed', tray } },
      ]);
      const { depositId } = await write(db.worker, site.scope, (tx) => sealTray(tx, tray));
      expect(depositId).not.toBe(lot.deposit);
      const commit = (job: string) =>
        write(db.worker, site.scope, (tx) =>
          commitStep(tx, site.id, 'test', 'hand_off', job, [{ letter_id: letter, copy: 1 }]),
        );
      await commit(`${site.code}-2`);
      await expect(commit(`${site.code}-3`)).rejects.toMatchObject({ code: 'copy_already_committed' });
    },
  );

  test('found after its letter was counted as lost: the envelope goes out again, the letter stays lost until the carrier has it', async () => {
    const { site, piece, letter, account } = await notTaken('missing_at_deposit', {
      letter: { state: 'lost', ended_at: new Date(), deadline_at: null },
    });
    await scanInto(site, await trayByHand(site), piece);
    expect(await stateOf('letters', letter)).toMatchObject({ state: 'lost' });
    expect(
      await rows(
        `select data from pli.events where stream = $1 and type = 'letter.trayed_again'`,
        `account/${account.id}/test`,
      ),
    ).toMatchObject([{ data: { reason: 'scanned', copy: 1 } }]);
  });

  test('unusable: it is spoiled, what it carried is taken back, and its letter gets the next copy at once', async () => {
    const { site, lot, piece, letter } = await notTaken('refused_at_deposit');
    await find(site, piece, { found: 'spoiled' }, 'crushed');
    expect(await stateOf('letters', letter)).toMatchObject({ state: 'in_production', current_copy: 2 });
    expect(await rows(`select copy, state from pli.pieces where letter_id = $1 order by copy`, letter)).toEqual([
      { copy: 1, state: 'spoiled' },
      { copy: 2, state: 'planned' },
    ]);
    expect(await rows(`select outcome from pli.cases where piece_id = $1`, piece)).toEqual([{ outcome: 'spoiled' }]);
    expect(await rows(`select kind from pli.lots where reprint_of = $1`, lot.id)).toEqual([{ kind: 'reprint' }]);
  });

  test('spoiled when its letter is lost, or cancelled: there is no next copy', async () => {
    for (const state of ['lost', 'cancelled']) {
      const { site, lot, piece, letter } = await notTaken('missing_at_deposit');
      await rows(`update pli.letters set state = $2, deadline_at = null where id = $1`, letter, state);
      await find(site, piece, { found: 'spoiled' });
      expect(await rows(`select id from pli.lots where reprint_of = $1`, lot.id)).toEqual([]);
      expect(await stateOf('letters', letter)).toMatchObject({ state, current_copy: 1 });
    }
  });
});

describe('scans', () => {
  test('the same envelope scanned twice into a tray lies in it once', async () => {
    const { site, lot } = await lotInTray(db, 1, { piece: { state: 'diverted' } });
    const piece = lot.pieces[0]?.id ?? '';
    const both = await Promise.all([scanInto(site, lot.tray, piece), scanInto(site, lot.tray, piece)]);
    expect(both.sort()).toEqual(['already_there', 'trayed']);
    expect(
      await rows(`select 1 from pli.events where subject_id = $1 and type = 'piece.found_trayed'`, piece),
    ).toHaveLength(1);
  });

  test('of scans at once into several trays exactly one wins, and the other persons are told where it is', async () => {
    for (let round = 0; round < 5; round++) {
      const { site, lot } = await lotInTray(db, 1, { piece: { state: 'suspect' } });
      const trays = [lot.tray, await trayByHand(site), await trayByHand(site)];
      const piece = lot.pieces[0]?.id ?? '';
      const race = await Promise.allSettled(trays.map((tray) => scanInto(site, tray, piece)));
      const won = race.findIndex(({ status }) => status === 'fulfilled');
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await stateOf('pieces', piece)).toMatchObject({ state: 'trayed', tray_id: trays[won] });
      for (const lost of race)
        if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'piece_not_for_tray' });
    }
  });

  test('a scan against the sealing of its tray: it lies in the sealed tray, or the tray is not its any more', async () => {
    for (let round = 0; round < 6; round++) {
      const { site, lot } = await lotInTray(db, 2);
      const other = await lotInTray(db, 1, { site, number: 2, piece: { state: 'suspect', franked_at: new Date() } });
      const piece = other.lot.pieces[0]?.id ?? '';
      const [scan, seal] = await Promise.allSettled([
        scanInto(site, lot.tray, piece),
        write(db.worker, site.scope, (tx) => sealTray(tx, lot.tray)),
      ]);
      if (seal?.status !== 'fulfilled') throw new Error('not sealed', { cause: seal });
      expect(await stateOf('trays', lot.tray)).toMatchObject({
        state: 'sealed',
        pieces: scan?.status === 'fulfilled' ? 3 : 2,
      });
      if (scan?.status === 'rejected') expect(scan.reason).toMatchObject({ code: 'tray_not_open' });
      else expect(await stateOf('pieces', piece)).toMatchObject({ deposit_id: seal.value.depositId });
    }
  });

  test.each([
    ['trayed', 'piece_not_for_tray', /belongs into tray 1/],
    ['handed_over', 'piece_not_for_tray', /keep it/],
    ['accepted', 'piece_not_for_tray', /ask the carrier/],
    ['printed', 'piece_not_for_tray', /stack/],
  ])('%s does not go into another tray by a scan: a sentence says what to do', async (state, code, words) => {
    const { site, lot } = await lotInTray(db, 1, { piece: { state } });
    await expect(scanInto(site, await trayByHand(site), lot.pieces[0]?.id ?? '')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words) as string,
    });
  });

  test('a piece goes into a tray of its product and contract alone', async () => {
    const { site, lot } = await lotInTray(db, 1, { piece: { state: 'diverted' } });
    const registered = await write(db.api, site.scope, (tx) =>
      openTray(tx, site.id, { product: 'registered', carrierContract: 'ours', reason: 'came_back' }),
    );
    await expect(scanInto(site, registered, lot.pieces[0]?.id ?? '')).rejects.toMatchObject({
      code: 'tray_of_other_mail',
    });
    await expect(
      write(db.api, site.scope, (tx) =>
        openTray(tx, site.id, { product: 'priority', carrierContract: 'nobody', reason: 'came_back' }),
      ),
    ).rejects.toMatchObject({ code: 'carrier_contract_unknown' });
  });

  test('a copy of a cancelled letter is not put into a tray', async () => {
    const { site, lot } = await lotInTray(db, 1, { piece: { state: 'diverted' } });
    await rows(`update pli.letters set state = 'cancelled' where id = $1`, lot.pieces[0]?.letter);
    await expect(scanInto(site, lot.tray, lot.pieces[0]?.id ?? '')).rejects.toMatchObject({ code: 'letter_ended' });
  });
});

describe('a copy that was counted as dead and turns up', () => {
  const turnsUp = async (state: 'spoiled' | 'voided') => {
    const { site, lot } = await lotInTray(db, 1, { piece: { state: 'suspect' }, lot: { state: 'closed' } });
    const { id = '', letter = '' } = lot.pieces[0] ?? {};
    await find(site, id, { found: state });
    return { site, lot, id, letter };
  };

  test('scanned, or scanned into a tray, is put aside beside the copy that took its place', async () => {
    const { site, id, letter } = await turnsUp('voided');
    expect(await scanInto(site, await trayByHand(site), id)).toBe('reappeared');
    expect(await rows(`select copy, state from pli.pieces where letter_id = $1 order by copy`, letter)).toEqual([
      { copy: 1, state: 'diverted' },
      { copy: 2, state: 'planned' },
    ]);
    await expect(scanInto(site, await trayByHand(site), id)).rejects.toMatchObject({ code: 'piece_reappeared' });
    await find(site, id, { found: 'spoiled' });
    expect(await rows(`select copy, state from pli.pieces where letter_id = $1 order by copy`, letter)).toEqual([
      { copy: 1, state: 'spoiled' },
      { copy: 2, state: 'planned' },
    ]);
  });

  test('a sheet of a spoiled copy belongs into the bin; of a voided one there should be no paper', async () => {
    const scan = (site: TestSite, id: string, code: 'window' | 'sheet') =>
      write(db.api, site.scope, (tx) => scanPiece(tx, id, code, `scan ${++scans}`));
    const spoiled = await turnsUp('spoiled');
    expect(await scan(spoiled.site, spoiled.id, 'sheet')).toBe(false);
    expect(await scan(spoiled.site, spoiled.id, 'window')).toBe(true);
    expect(await scan(spoiled.site, spoiled.id, 'window')).toBe(false);
    const voided = await turnsUp('voided');
    expect(await scan(voided.site, voided.id, 'sheet')).toBe(true);
  });
});

test('taken out of a sealed tray and spoiled, a piece breaks the seal; once the deposit has closed it does not come out', async () => {
  const { site, lot } = await lotInTray(db, 2, { lot: { state: 'closed' } });
  const [first, second] = lot.pieces;
  const { depositId } = await write(db.worker, site.scope, (tx) => sealTray(tx, lot.tray));
  await find(site, first?.id ?? '', { found: 'spoiled' }, 'torn');
  expect(await stateOf('trays', lot.tray)).toMatchObject({ state: 'open', deposit_id: null });
  expect(
    await rows(`select workflow_id from pli.outbox where site_id = $1 and kind = 'nudge'`, site.id),
  ).toContainEqual({
    workflow_id: `formLots/${site.id}`,
  });
  expect(await write(db.worker, site.scope, (tx) => sealTray(tx, lot.tray))).toMatchObject({ pieces: 1 });
  await rows(
    `update pli.deposits set state = 'closed' where id = (select deposit_id from pli.trays where id = $1)`,
    lot.tray,
  );
  await expect(find(site, second?.id ?? '', { found: 'spoiled' })).rejects.toMatchObject({ code: 'tray_left' });
  expect(depositId).not.toBeNull();
});
