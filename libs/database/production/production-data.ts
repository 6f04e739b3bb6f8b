import type { EnvelopeStock, PaperStock } from '#domain/envelopes';
import type { GeometryProfile } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import type { PostageRate } from '#domain/postage';
import type { SiteProfile } from '#domain/profiles';
import type { ServiceVersion } from '#domain/services';
import type { Sql } from '../scope.ts';
import { siteProfileAt } from '../site-profile.ts';

/** Everything dated by which a site makes letters: its time and sizes, its windows, the carrier's services and prices, its stocks. */
export interface ProductionData {
  profile: SiteProfile;
  geometry: GeometryProfile;
  services: readonly ServiceVersion[];
  postage: readonly PostageRate[];
  envelopes: readonly EnvelopeStock[];
  papers: readonly PaperStock[];
}

/**
 * What holds at an instant. A stock's id is the one that stays over its versions: the lot key names it.
 * @throws MailError `profile_not_valid` when a profile is absent · `paper_not_stocked` when there is no paper
 */
export async function productionDataAt(sql: Sql, siteId: string, at: Date): Promise<ProductionData> {
  const [profile, geometry, services, postage] = [
    await siteProfileAt(sql, siteId, at),
    await geometryAt(sql, siteId, at),
    await dataOf<{ versions: ServiceVersion[] }>(sql, siteId, 'services', at),
    await dataOf<{ rates: PostageRate[] }>(sql, siteId, 'postage', at),
  ];
  const { envelopes, papers } = await stocksAt(sql, siteId, at);
  return { profile, geometry, services: services.versions, postage: postage.rates, envelopes, papers };
}

/** The geometry of a site that holds at an instant. @throws MailError `profile_not_valid` */
export const geometryAt = (sql: Sql, siteId: string, at: Date): Promise<GeometryProfile> =>
  dataOf<GeometryProfile>(sql, siteId, 'geometry', at);

/** The envelope and paper stocks of a site that hold at an instant, oldest series first. */
export async function stocksAt(
  sql: Sql,
  siteId: string,
  at: Date,
): Promise<Pick<ProductionData, 'envelopes' | 'papers'>> {
  const rows = await sql<{ kind: 'envelope' | 'paper'; stock_id: string; data: object }>(
    `select distinct on (stock_id) kind, stock_id, data from pli.stocks
     where site_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by stock_id, version desc`,
    [siteId, at],
  );
  const of = (kind: 'envelope' | 'paper') =>
    rows.filter((row) => row.kind === kind).map((row) => ({ ...row.data, id: row.stock_id }));
  return { envelopes: of('envelope') as EnvelopeStock[], papers: of('paper') as PaperStock[] };
}

async function dataOf<T>(sql: Sql, siteId: string, kind: 'geometry' | 'services' | 'postage', at: Date): Promise<T> {
  const [row] = await sql<{ data: T }>(
    `select data from pli.profiles where site_id = $1 and kind = $2 and valid_from <= $3 order by valid_from desc, version desc limit 1`,
    [siteId, kind, at],
  );
  if (row === undefined)
    throw new MailError(
      'profile_not_valid',
      `The site has no profile of its ${kind} valid at ${at.toISOString()}. Add a version that begins by then.`,
    );
  return row.data;
}
