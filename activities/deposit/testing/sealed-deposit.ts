import { formatMark } from '#domain/marks';
import { demonstrationProfile } from '#domain/site-profiles';
import { newId } from '#contracts/new-id';
import { pieceId } from '#contracts/ids';
import { makeAccount, makeOrder, makeSite, write, type TestSite } from '#database/testing/fixtures';
import type { TestDatabase } from '#database/testing/clone-database';

export interface SealedDeposit {
  site: TestSite;
  depositId: string;
  /** The manifest's name. */
  name: string;
  trayNumber: number;
  orderId: string;
  letterIds: string[];
  windowCodes: string[];
  /** The carrier's. */
  folder: string;
}

/** A planned deposit whose slot has come: one sealed tray of letters, franked and ready to leave. `folder` is the carrier's. */
export async function sealedDeposit(
  db: TestDatabase,
  folder: string,
  letters: number,
  registered = false,
): Promise<SealedDeposit> {
  const site = await makeSite(db.api);
  const account = await makeAccount(db.api, site);
  await db.asOwner(`update pli.devices set address = $1 where id = $2`, [folder, site.carrier]);
  const now = new Date();
  await write(db.api, { role: 'pli_provider' }, (tx) =>
    tx.create('profile', 'profile.added', [
      {
        id: newId('profile'),
        profile_id: newId('profile'),
        version: 1,
        site_id: site.id,
        kind: 'site',
        data: demonstrationProfile,
        valid_from: new Date(0),
      },
    ]),
  );
  const order = await makeOrder(db.api, account, site, {
    letters,
    letter: registered ? { service: 'registered' } : {},
  });
  const [lotId, trayId, depositId] = [newId('lot'), newId('tray'), newId('deposit')];
  const windowCodes = order.letterIds.map((_, i) =>
    formatMark({ kind: 'window', site: site.code, lot: 1, piece: i + 1, copy: 1 }),
  );
  const own = { site_id: site.id, mode: site.mode, state_since: now, created_at: now };
  const numberOf = (i: number) => (registered ? { registered_number: `RA${String(10_000_000 + i)}0FR` } : {});
  const due = new Date(now.getTime() + 60_000);

  await write(db.worker, site.scope, async (tx) => {
    await tx.change('order', 'order.in_progress', [{ id: order.id, set: { state: 'in_progress' } }]);
    await tx.create('lot', 'lot.planned', [
      {
        id: lotId,
        ...own,
        number: 1,
        kind: registered ? 'registered' : 'ordinary',
        key: { product: 'priority', contract: 'ours', franking: 'carrier' },
        key_text: 'k',
        state: 'reconciling',
        pieces: letters,
        sheets: letters,
        deadline_at: due,
        planned_deposit_date: '2026-11-23',
      },
    ]);
    await tx.create('deposit', 'deposit.planned', [
      {
        id: depositId,
        ...own,
        number: 7,
        carrier_id: site.carrier,
        carrier_contract: 'ours',
        state: 'planned',
        slot_at: now,
        deadline_at: due,
      },
    ]);
    await tx.create('tray', 'tray.sealed', [
      {
        id: trayId,
        ...own,
        number: 1,
        lot_id: lotId,
        position: 1,
        kind: 'sorted',
        product: 'priority',
        carrier_contract: 'ours',
        state: 'sealed',
        pieces: letters,
        deposit_id: depositId,
        deadline_at: due,
      },
    ]);
  });
  // As the numbers given above leave them.
  await db.asOwner(`update pli.site_numbers set last = greatest(last, 7) where site_id = $1`, [site.id]);
  for (let from = 0; from < letters; from += 80)
    await write(db.worker, site.scope, async (tx) => {
      const some = order.letterIds.slice(from, from + 80).map((id, i) => ({ id, i: from + i }));
      for (const state of ['composed', 'pooled', 'in_production'])
        await tx.change(
          'letter',
          `letter.${state}`,
          some.map(({ id, i }) => ({ id, set: { state, current_copy: 1, deadline_at: due, ...numberOf(i) } })),
        );
      await tx.create(
        'piece',
        'piece.trayed',
        some.map(({ id, i }) => ({
          id: pieceId(id, 1),
          letter_id: id,
          copy: 1,
          account_id: account.id,
          ...own,
          lot_id: lotId,
          position: i + 1,
          state: 'trayed',
          sheets: 1,
          weight_mg: 9_990,
          weight_band: 20,
          window_code: windowCodes[i],
          tray_id: trayId,
          deposit_id: depositId,
          deadline_at: due,
          ...numberOf(i),
        })),
      );
      await tx.create(
        'postage_entry',
        'postage.marked',
        some.map(({ id, i }) => ({
          id: newId('postage_counter'),
          counter_id: site.counter,
          mark: i + 1,
          site_id: site.id,
          mode: site.mode,
          letter_id: id,
          copy: 1,
          cents: 152,
          mark_date: '2026-11-23',
          state: 'marked',
          marked_at: now,
        })),
      );
      await tx.sql(`update pli.postage_counters set last_mark = $2 where id = $1`, [site.counter, letters]);
    });
  return {
    site,
    depositId,
    name: `${site.code}-7`,
    trayNumber: 1,
    orderId: order.id,
    letterIds: order.letterIds,
    windowCodes,
    folder,
  };
}
