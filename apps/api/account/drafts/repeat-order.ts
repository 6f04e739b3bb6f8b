import { Injectable } from '@nestjs/common';
import type { Preparation, RepeatedOrder } from '#contracts/api/drafts';
import { newId } from '#contracts/new-id';
import { letterContentHash, newLetterKey } from '#database/content-hash';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { OrderOptions } from '#domain/options';
import { customerOf, type Call } from '../../http/caller.ts';
import { notFound } from '../../http/refusal.ts';
import { ScopedLedger } from '../../http/scoped-ledger.ts';
import type { DraftLetter } from '../letter-rows.ts';
import { documentsOf } from './draft-letters.service.ts';
import { NamedDocuments } from '../named-documents.ts';
import { insertDraftLetters, insertDraftOrder, type StoredDraft } from '../order-rows.ts';
import { optionsOf } from '../submission.ts';
import { givenColumns, type GivenRow } from './stored-letter.ts';

/** Letters that one call takes over; larger orders come by file, and their files are their senders'. */
export const MOST_REPEATED = 10_000;
const LETTERS_AT_ONCE = 500;

type Why = RepeatedOrder['leftOut'][number]['why'];

/** Makes a draft of a former order, as far as what it was made of is still there. */
@Injectable()
export class RepeatOrder {
  constructor(private readonly ledger: ScopedLedger) {}

  /** @throws MailError `not_found`, `order_too_large_to_repeat` */
  repeat(call: Call, orderId: string): Promise<RepeatedOrder> {
    return this.ledger.once(call, 201, async (tx) => {
      const former = await formerOrder(tx.sql, orderId);
      const leftOut = new Map<Why, number>();
      const count = (why: Why) => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
      const options = await optionsStill(tx, former.options, count);
      const order = { id: newId('order', tx.at), ...ofCaller(call), options, letters: 0, accept: [] };
      const own = {
        client_reference: former.client_reference,
        cost_centre: former.cost_centre,
        site_id: former.site_id,
        created_at: tx.at,
      };
      await insertDraftOrder(tx, order, own);
      const first = await this.copyLetters(tx, former, { ...order, options }, count);
      const preparation = first === undefined ? null : preparationOf(first);
      const [{ letters = 0 } = {}] = await tx.sql<{ letters: number }>(
        `update pli.orders o set letters = (select count(*)::int from pli.letters l where l.order_id = o.id), preparation = $2,
           prepared_documents = $3
         where id = $1 returning letters`,
        [order.id, preparation && JSON.stringify(preparation), preparation === null ? [] : documentsOf(preparation)],
      );
      return {
        id: order.id,
        state: 'draft',
        mode: order.mode,
        siteId: former.site_id,
        letterCount: letters,
        submittedAt: null,
        deadlineAt: null,
        lettersOfOrder: former.letters,
        leftOut: [...leftOut].map(([why, n]) => ({ why, count: n })),
      };
    });
  }

  /** @returns a letter whose document or template is still there, to begin with where no letter came over whole */
  private async copyLetters(
    tx: LedgerTransaction,
    former: StoredDraft,
    order: { id: string; options: OrderOptions },
    count: (why: Why) => void,
  ): Promise<GivenRow | undefined> {
    let sample: GivenRow | undefined;
    let position = 0;
    for (let after = 0; ;) {
      const batch = await tx.sql<GivenRow & { erased_at: Date | null }>(
        `select ${givenColumns}, erased_at from pli.letters where order_id = $1 and state <> 'deleted' and position > $2 order by position limit $3`,
        [former.id, after, LETTERS_AT_ONCE],
      );
      const last = batch.at(-1);
      if (last === undefined) return sample;
      const usable = await usableContent(tx.sql, batch);
      const copies: DraftLetter[] = [];
      for (const row of batch) {
        const why = usable(row);
        if (why === undefined) sample ??= row;
        const lost = row.erased_at === null ? why : 'letter_erased';
        if (lost !== undefined) count(lost);
        else copies.push(copyOf(row, former, order, ++position, tx.at));
      }
      await insertDraftLetters(tx.sql, copies);
      after = last.position;
    }
  }
}

const ofCaller = (call: Call) => {
  const { account, mode } = customerOf(call);
  return { account_id: account, mode };
};

async function formerOrder(sql: Sql, id: string): Promise<StoredDraft> {
  const [row] = await sql<StoredDraft>(
    `select id, account_id, mode, state, options, letters, client_reference, cost_centre, site_id, accept from pli.orders
     where id = $1 and state <> 'deleted'`,
    [id],
  );
  if (row === undefined) throw notFound('order');
  if (row.letters > MOST_REPEATED)
    throw new MailError(
      'order_too_large_to_repeat',
      `This order has ${row.letters} letters; at most ${MOST_REPEATED} are taken over. Make an order, and send its file of recipients again.`,
    );
  return row;
}

/** The options of the former order but those whose time is over. */
async function optionsStill(
  tx: LedgerTransaction,
  { sendDate, backgroundPage, ...kept }: OrderOptions,
  count: (why: Why) => void,
): Promise<OrderOptions> {
  const isPast = sendDate !== undefined && sendDate < tx.at.toISOString().slice(0, 10);
  if (isPast) count('send_date_past');
  const isGone =
    backgroundPage !== undefined &&
    (await NamedDocuments.read(tx.sql, [backgroundPage])).faultsOf(backgroundPage, null).length > 0;
  if (isGone) count('letterhead_erased');
  return {
    ...kept,
    ...(sendDate !== undefined && !isPast && { sendDate }),
    ...(backgroundPage !== undefined && !isGone && { backgroundPage }),
  };
}

/** Says of a letter what of its content is no longer there; undefined when all of it is. */
async function usableContent(sql: Sql, rows: readonly GivenRow[]): Promise<(row: GivenRow) => Why | undefined> {
  const documents = await NamedDocuments.read(
    sql,
    rows.flatMap((row) => [...(row.document_id === null ? [] : [row.document_id]), ...row.attachment_ids]),
  );
  const versions = await sql<{ id: string }>(
    `select id from pli.template_versions where id = any($1) and state <> 'withdrawn'`,
    [[...new Set(rows.flatMap((row) => row.template_version_id ?? []))]],
  );
  const known = new Set(versions.map(({ id }) => id));
  return ({ document_id, document_pages, attachment_ids, attachment_pages, template_version_id }) => {
    if (template_version_id !== null && !known.has(template_version_id)) return 'template_withdrawn';
    const faults = [
      ...(document_id === null ? [] : documents.faultsOf(document_id, document_pages)),
      ...attachment_ids.flatMap((id, i) => documents.faultsOf(id, attachment_pages[i] || null)),
    ];
    return faults.length > 0 ? 'document_erased' : undefined;
  };
}

/** A submitted letter holds the whole of its options; what it chose itself is what differs from its order's. */
function copyOf(
  row: GivenRow,
  former: StoredDraft,
  order: { id: string; options: OrderOptions },
  position: number,
  at: Date,
): DraftLetter {
  const ofOrder: Record<string, unknown> = optionsOf(former.options, {});
  const own = Object.fromEntries(
    Object.entries(row.options).filter(([name, value]) => JSON.stringify(ofOrder[name]) !== JSON.stringify(value)),
  );
  const { recipient, sender, data, client_reference } = row;
  const content_key = newLetterKey();
  return {
    ...row,
    id: newId('letter', at),
    order_id: order.id,
    position,
    account_id: former.account_id,
    mode: former.mode,
    state: 'draft',
    state_since: at,
    options: own,
    content_key,
    content_hash: letterContentHash(content_key, { recipient, sender, data, client_reference }),
    accept: [],
    created_at: at,
  };
}

/** What was sent, to be sent to others. */
function preparationOf(row: GivenRow): Preparation {
  const attachments = row.attachment_ids.map((documentId, i) => {
    const pages = row.attachment_pages[i];
    return { documentId, ...(pages && { pages }) };
  });
  const content: Preparation['content'] =
    row.template_version_id !== null
      ? { kind: 'template', templateVersionId: row.template_version_id, data: row.data ?? {} }
      : {
          kind: 'document',
          ...(row.document_id !== null && { documentId: row.document_id }),
          ...(row.document_pages !== null && { pages: row.document_pages }),
          addressPage: row.address_page ?? 'auto',
        };
  return { step: 'what', content, attachments };
}
