import { pieceId } from '#contracts/ids';
import { newId } from '#contracts/new-id';
import type { LotKey } from '#domain/lot-key';
import { formatMark } from '#domain/marks';
import { demonstrationProfile } from '#domain/site-profiles';
import type { SiteProfile } from '#domain/profiles';
import type { Row } from '../ledger.ts';
import type { TestDatabase } from './clone-database.ts';
import { makeAccount, makeOrder, makeSite, write, type TestAccount, type TestSite } from './fixtures.ts';
import { makeLot, type TestLot } from './production.ts';

export interface LotInTray {
  site: TestSite;
  account: TestAccount;
  lot: TestLot;
}

const day = '2026-01-05';
const AT_ONCE = 100;

/** What the pieces of such a lot have in common: priority mail of the contract "ours". */
const keyOf = (site: TestSite): LotKey => ({
  site: site.id,
  mode: 'test',
  kind: 'ordinary',
  product: 'priority',
  contract: 'ours',
  franking: 'printed',
  envelope: 'C5/6',
  envelopeStock: 'stk_1',
  paperStock: 'stk_2',
  colour: 'black',
  sides: 'duplex',
  fold: 'z_three',
  inserts: [],
  integrity: 'tracked',
  destination: 'metropolitan',
  account: null,
});

/** A site with the demonstration's profile (or that given), and a lot whose letters lie in its one open tray unless told otherwise. */
export async function lotInTray(
  db: TestDatabase,
  letters: number,
  given: {
    piece?: Row;
    lot?: Row;
    site?: TestSite | undefined;
    number?: number;
    profile?: Partial<SiteProfile>;
  } = {},
): Promise<LotInTray> {
  const { piece = { state: 'trayed', franked_at: new Date() }, number = 1 } = given;
  const site = given.site ?? (await siteWithProfile(db, given.profile ?? {}));
  const account = await makeAccount(db.api, site);
  const order = await makeOrder(db.api, account, site, { letters });
  const first = { ...order, letterIds: order.letterIds.slice(0, AT_ONCE) };
  const lot = await makeLot(db.worker, site, account, first, {
    number,
    lot: { planned_deposit_date: day, key: keyOf(site), ...given.lot },
    piece,
  });
  for (let from = AT_ONCE; from < letters; from += AT_ONCE)
    await addPieces(db, site, lot, order.letterIds.slice(from, from + AT_ONCE), from, piece);
  return { site, account, lot };
}

async function siteWithProfile(db: TestDatabase, profile: Partial<SiteProfile>): Promise<TestSite> {
  const site = await makeSite(db.api);
  await write(db.api, { role: 'pli_provider' }, (tx) =>
    tx.create('profile', 'profile.added', [
      {
        id: newId('profile'),
        profile_id: newId('profile'),
        version: 1,
        site_id: site.id,
        kind: 'site',
        data: { ...demonstrationProfile, ...profile },
        valid_from: new Date(0),
      },
    ]),
  );
  await db.asOwner(`update pli.site_numbers set last = 100 where site_id = $1`, [site.id]);
  return site;
}

/** Further letters of a large lot, as like its first as can be. */
async function addPieces(
  db: TestDatabase,
  site: TestSite,
  lot: TestLot,
  letterIds: string[],
  from: number,
  piece: Row,
): Promise<void> {
  const [like] = await db.asOwner(`select * from pli.pieces where lot_id = $1 and position = 1`, [lot.id]);
  await write(db.worker, site.scope, async (tx) => {
    for (const state of ['composed', 'pooled', 'in_production'])
      await tx.change(
        'letter',
        `letter.${state}`,
        letterIds.map((id) => ({ id, set: { state, ...(state === 'in_production' && { current_copy: 1 }) } })),
      );
    await tx.create(
      'piece',
      'piece.planned',
      letterIds.map((letter, i) => {
        const position = from + i + 1;
        const window_code = formatMark({ kind: 'window', site: site.code, lot: lot.number, piece: position, copy: 1 });
        return { ...like, id: pieceId(letter, 1), letter_id: letter, position, window_code, ...piece };
      }),
    );
  });
}
