import type { TrayView } from '#contracts/api/trays';
import { waitingTrays } from '#database/production/standings';
import type { Sql } from '#database/scope';
import type { TrayState } from '#domain/life-cycles';
import { formatMark } from '#domain/marks';
import type { Standing } from '#domain/punctuality';
import { waitingOf } from '#domain/waiting';
import { trayInHand, type Waiting } from '#domain/waiting-states';
import { notFound } from '../http/refusal.ts';
import { waitsOf } from './floor-waiting.ts';

export interface TrayViewRow {
  id: string;
  site_id: string;
  site_code: string;
  number: number;
  kind: string;
  state: TrayState;
  state_since: Date;
  deadline_at: Date | null;
  lot_id: string | null;
  position: number;
  product: string;
  carrier_contract: string;
  pieces: number;
  inside: number;
  coming: number;
  deposit_id: string | null;
  sealed_at: Date | null;
  seal_broken_at: Date | null;
  automatic: boolean | null;
}

export const traySelection = `select t.id, t.site_id, s.code as site_code, t.number, t.kind, t.state, t.state_since, t.deadline_at, t.lot_id, t.position, t.product,
    t.carrier_contract, t.pieces, c.inside, c.coming, t.deposit_id, t.sealed_at, t.seal_broken_at,
    (select p.data->>'traySealing' = 'automatic' from pli.profiles p
     where p.site_id = t.site_id and p.kind = 'site' and p.valid_from <= greatest(now(), t.state_since)
     order by p.valid_from desc, p.version desc limit 1) as automatic
  from pli.trays t join pli.sites s on s.id = t.site_id
  cross join lateral (select count(*) filter (where p.state not in ('planned', 'printed', 'inserted', 'suspect', 'diverted')) as inside,
      count(*) filter (where p.state in ('planned', 'printed', 'inserted', 'suspect', 'diverted')) as coming
    from pli.pieces p where p.tray_id = t.id and p.state not in ('spoiled', 'voided') and (p.reappeared_at is null or t.state = 'open')) c`;

/** Of a tray that no lot fills: what it stands open for. */
function inHand({ state, lot_id, seal_broken_at, coming, automatic }: TrayViewRow): Waiting | undefined {
  if (state !== 'open' || (seal_broken_at === null && lot_id !== null)) return undefined;
  return trayInHand(seal_broken_at === null ? 'opened_by_hand' : 'seal_broken', Number(coming), automatic === true);
}

export const trayView = (row: TrayViewRow, standing: Standing | undefined): TrayView => ({
  id: row.id,
  number: row.number,
  code: formatMark({ kind: 'tray', site: row.site_code, tray: row.number }),
  kind: row.kind,
  state: row.state,
  ...waitsOf('tray', row, inHand(row) ?? waitingOf('tray', row.state)),
  lotId: row.lot_id,
  position: row.position,
  product: row.product,
  carrierContract: row.carrier_contract,
  pieces: row.pieces,
  inside: row.inside,
  coming: row.coming,
  depositId: row.deposit_id,
  standing: standing ?? null,
  sealedAt: row.sealed_at?.toISOString() ?? null,
  sealBrokenAt: row.seal_broken_at?.toISOString() ?? null,
});

/** @throws MailError `not_found` */
export async function trayOf(sql: Sql, id: string, now: Date): Promise<TrayView> {
  const [row] = await sql<TrayViewRow>(`${traySelection} where t.id = $1`, [id]);
  if (row === undefined) throw notFound('tray');
  return trayView(row, row.state === 'settled' ? undefined : (await trayStandings(sql, row.site_id, now)).get(id));
}

/** How each tray of a site that is not settled stands. */
export async function trayStandings(sql: Sql, siteId: string, now: Date): Promise<Map<string, Standing>> {
  return new Map((await waitingTrays(sql, siteId, now)).map(({ id, standing }) => [id, standing]));
}
