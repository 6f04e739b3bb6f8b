import type { SiteCalendars } from '#domain/deposit-planning';
import { planDeposit } from '#domain/deposit-planning';
import { thicknessOf } from '#domain/envelopes';
import type { LotKey } from '#domain/lot-key';
import type { OrderOptions } from '#domain/options';
import type { PoolEntry } from '#domain/pool-order';
import type { SiteProfile } from '#domain/profiles';
import type { ProductionData } from './production-data.ts';
import type { Sql } from '../scope.ts';

/** A letter in the pool as planning and its piece need it. */
export interface PooledLetter extends PoolEntry {
  key: LotKey;
  keyText: string;
  mode: string;
  copy: number;
  weightMg: number;
  sendDate: string | undefined;
}

interface Row {
  id: string;
  account_id: string;
  mode: string;
  lot_key: LotKey;
  lot_key_text: string;
  weight_band: number;
  weight_mg: number;
  country: string;
  postcode: string;
  sheets: number;
  current_copy: number;
  state_since: Date;
  deadline_at: Date;
  send_date: OrderOptions['sendDate'] | null;
}

/** Everything that waits in the pool of a site. */
export async function pooledLetters(
  sql: Sql,
  siteId: string,
  stocks: Pick<ProductionData, 'envelopes' | 'papers'>,
  profile: SiteProfile,
  calendars: SiteCalendars,
): Promise<PooledLetter[]> {
  const rows = await sql<Row>(
    `select l.id, l.account_id, l.mode, l.lot_key, l.lot_key_text, l.weight_band, l.weight_mg, l.country, l.postcode, l.sheets, l.current_copy, l.state_since,
            l.deadline_at, coalesce(l.options->>'sendDate', o.options->>'sendDate') as send_date
     from pli.letters l join pli.orders o on o.id = l.order_id where l.site_id = $1 and l.state = 'pooled'`,
    [siteId],
  );
  const thickness = thicknesses(stocks);
  return rows.map((row) => {
    const sendDate = row.send_date ?? undefined;
    const key = row.lot_key;
    return {
      letterId: row.id,
      accountId: row.account_id,
      // Letters that are planned for a later day are made apart, or they would hold back the others.
      lotKey: sendDate === undefined ? row.lot_key_text : `${row.lot_key_text}#${sendDate}`,
      key,
      keyText: row.lot_key_text,
      mode: row.mode,
      copy: row.current_copy + 1,
      product: key.product,
      bandLimit: row.weight_band,
      weightMg: row.weight_mg,
      country: row.country,
      postcode: row.postcode,
      sheets: row.sheets,
      thicknessUm: thickness(key, row.sheets),
      pooledAt: row.state_since,
      deadlineAt: row.deadline_at,
      notBeforeAt:
        sendDate === undefined ? undefined : planDeposit(profile, calendars, row.state_since, sendDate).notBeforeAt,
      sendDate,
    };
  });
}

/** Stocks change by versions that keep their id; one that is no longer there counts as the thickest we have. */
function thicknesses({ envelopes, papers }: Pick<ProductionData, 'envelopes' | 'papers'>) {
  const thickest = [...envelopes].sort((a, b) => b.thicknessUm - a.thicknessUm)[0];
  return (key: LotKey, sheets: number): number => {
    const envelope = envelopes.find(({ id }) => id === key.envelopeStock) ?? thickest;
    const paper = papers.find(({ id }) => id === key.paperStock) ?? papers[0];
    return envelope === undefined || paper === undefined ? 0 : thicknessOf(envelope, paper, sheets);
  };
}
