import { Injectable } from '@nestjs/common';
import type { EstimateQuery, EstimateView } from '#contracts/api/drafts';
import { productionDataAt } from '#database/production/production-data';
import type { Sql } from '#database/scope';
import { destinationZoneOf } from '#domain/destinations';
import type { EnvelopeFormat } from '#domain/geometry';
import type { LocalDate } from '#domain/local-date';
import { MailError } from '#domain/mail-error';
import { postageOn } from '#domain/postage';
import { productFor, serviceOn } from '#domain/services';
import { bandOf, weighPiece } from '#domain/weight';
import type { Call } from '../../http/caller.ts';
import { notFound } from '../../http/refusal.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import { readDraft, type StoredDraft } from '../order-rows.ts';
import { optionsOf } from '../submission.ts';

interface Looked {
  state: string;
  site_id: string;
  sheets: number;
  envelope: EnvelopeFormat;
  deposit_day: LocalDate;
}
interface Group {
  options: object;
  country: string;
  postcode: string;
  count: number;
}
type Groups = EstimateView['groups'];

/**
 * What a draft will cost if all of its letters have the sheets of the one that was looked at. Each letter is weighed when it is composed; with
 * one letter alone the estimate is the price.
 */
@Injectable()
export class DraftEstimate {
  constructor(private readonly ledger: ScopedLedger) {}

  /** @throws MailError `not_found`, `order_not_draft`, `preview_not_ready`, `profile_not_valid` */
  estimate(call: Call, orderId: string, { previewId }: EstimateQuery): Promise<EstimateView> {
    const at = this.ledger.clock();
    return this.ledger.read(call, async (sql) => {
      const draft = await readDraft(sql, orderId);
      const looked = await lookedAt(sql, previewId);
      const data = await productionDataAt(sql, looked.site_id, at);
      const envelope = data.envelopes.find(({ format }) => format === looked.envelope);
      const [paper] = data.papers;
      if (paper === undefined || envelope === undefined)
        throw new MailError('paper_not_stocked', 'The print room has no such paper or envelope any more. Look again.');
      const weight = weighPiece({ sheets: looked.sheets, paper, envelope });
      const groups = new Map<string, Groups[number]>();
      for (const { options, country, postcode, count } of await groupsOf(sql, draft)) {
        const { service, acknowledgement } = optionsOf(draft.options, options);
        const product = productFor(service, acknowledgement);
        const destination = destinationZoneOf({ country, postcode });
        const priced = attempt(() => {
          const { bandLimits } = serviceOn(data.services, product, destination, looked.deposit_day, country);
          const { bandLimit } = bandOf(weight, bandLimits);
          const eachCents = postageOn(data.postage, product, destination, bandLimit, looked.deposit_day);
          return { weightBand: bandLimit, eachCents };
        });
        const key = `${product} ${destination}`;
        const letters = (groups.get(key)?.letters ?? 0) + count;
        const { weightBand, eachCents } = priced ?? { weightBand: null, eachCents: null };
        const cents = eachCents === null ? null : eachCents * letters;
        groups.set(key, { product, destination, letters, weightBand, eachCents, cents });
      }
      const all = [...groups.values()];
      const total = all.reduce<number | null>(
        (sum, { cents }) => (sum === null || cents === null ? null : sum + cents),
        0,
      );
      return {
        letters: draft.letters,
        sheets: looked.sheets,
        groups: all,
        cents: total,
        exact: draft.letters === 1,
      };
    });
  }
}

async function lookedAt(sql: Sql, previewId: string): Promise<Looked> {
  const [row] = await sql<Looked>(
    `select state, site_id, sheets, envelope, deposit_day from pli.previews where id = $1 and state <> 'erased'`,
    [previewId],
  );
  if (row === undefined) throw notFound('preview');
  if (row.state !== 'ready')
    throw new MailError('preview_not_ready', 'This preview is still in the making, or cannot be made.', 'later');
  return row;
}

/** Letters by what decides their price: places of one group lie in one zone. */
const groupsOf = (sql: Sql, { id }: StoredDraft): Promise<Group[]> =>
  sql<Group>(
    `select options, country, min(postcode) as postcode, count(*)::int as count from pli.letters
     where order_id = $1 and state = 'draft' group by options, country, left(postcode, 2) in ('97', '98') order by count(*) desc limit 500`,
    [id],
  );

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof MailError) return undefined;
    throw error;
  }
}
