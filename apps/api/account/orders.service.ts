import { Injectable } from '@nestjs/common';
import type { LettersReceipt, NewLetters } from '#contracts/api/letters';
import { LETTERS_AN_ORDER } from '#contracts/api/letters';
import type { NewOrder, OrderChange, OrderReceipt } from '#contracts/api/orders';
import { newId } from '#contracts/new-id';
import { SMALL_ORDER_LETTERS } from '#contracts/processes';
import type { LedgerTransaction, Row } from '#database/ledger';
import type { Mode, Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { OrderOptions } from '#domain/options';
import { orderOptionsSchema } from '#domain/options-schema';
import type { Call } from '../http/caller.ts';
import { notFound, refuseWith } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { pointerOf } from '../http/validation.pipe.ts';
import { contentFaults, draftRows, type DraftLetter } from './letter-rows.ts';
import { RulesBook, type SiteRules } from './site-rules.ts';
import { submitStored } from './stored-draft.ts';
import { handOn, kindOf, refuseUnmakeable, submittedLetter, submittedOrder, type DraftOrder } from './submission.ts';
import { TemplateData } from './template-data.ts';

interface OrderRowOfDraft extends DraftOrder {
  state: string;
  client_reference: string | null;
  cost_centre: string | null;
}

/** Orders while they are made: drafts, their letters, and the submission that makes them firm. */
@Injectable()
export class OrdersService {
  private readonly rulesBook = new RulesBook();
  private readonly templates = new TemplateData();

  constructor(private readonly ledger: ScopedLedger) {}

  /** Makes an order, a draft or a firm one, with the letters of the call. */
  create(call: Call, given: NewOrder): Promise<OrderReceipt> {
    return this.ledger.once(call, 201, async (tx) => {
      const of = ownerOf(call);
      const { order, own } = orderOf(given, of, tx.at);
      const letters = draftRows(given.letters, {
        orderId: order.id,
        ...of,
        firstPosition: 1,
        sender: given.sender,
        service: order.options.service,
        at: tx.at,
      });
      refuseWith('letters_invalid', await contentFaults(tx.sql, letters, this.templates), 'The letters');
      if (!given.submit) {
        await insertDraftOrder(tx, order, own);
        await insertLetters(tx.sql, letters);
        return receiptOf(order, letters, { state: 'draft' });
      }
      if (letters.length === 0) throw new MailError('order_empty', 'An order to submit has at least one letter.');
      const rules = await this.rulesBook.rulesFor(tx.sql, of, given.siteId, tx.at);
      const states = of.mode === 'live' ? await templateStates(tx.sql, letters) : new Map<string, string>();
      refuseUnmakeable(
        letters.map((row) => ({ id: row.id, position: row.position, kind: kindOf(row, order.options, states) })),
        'body',
        rules,
        of.mode,
        tx.at,
      );
      return submitNew(tx, order, own, letters, rules);
    });
  }

  /** Adds letters to a draft. */
  addLetters(call: Call, orderId: string, given: NewLetters): Promise<LettersReceipt> {
    return this.ledger.once(call, 201, async (tx) => {
      const order = await draftForChange(tx.sql, orderId);
      if (order.letters + given.letters.length > LETTERS_AN_ORDER)
        throw new MailError(
          'order_full',
          `An order holds at most ${LETTERS_AN_ORDER} letters; this one has ${order.letters}. Make another order.`,
        );
      const [last] = await tx.sql<{ position: number | null }>(
        `select max(position) as position from pli.letters where order_id = $1`,
        [orderId],
      );
      const rows = draftRows(given.letters, {
        orderId,
        ...ownerOf(call),
        firstPosition: (last?.position ?? 0) + 1,
        sender: given.sender,
        service: order.options.service,
        at: tx.at,
      });
      refuseWith('letters_invalid', await contentFaults(tx.sql, rows, this.templates), 'The letters');
      await insertLetters(tx.sql, rows);
      const letterCount = order.letters + rows.length;
      await tx.sql(`update pli.orders set letters = $2 where id = $1`, [orderId, letterCount]);
      return { orderId, letterCount, letters: rows.map(({ id, position }) => ({ id, position })) };
    });
  }

  /** Changes options of a draft. */
  change(call: Call, orderId: string, { options }: OrderChange): Promise<void> {
    return this.ledger.write(call, async (tx) => {
      const order = await draftForChange(tx.sql, orderId);
      const merged = orderOptionsSchema.safeParse({ ...order.options, ...withReferences(order), ...options });
      if (!merged.success)
        refuseWith(
          'request_invalid',
          merged.error.issues.map((issue) => ({
            code: 'option_conflict',
            detail: issue.message,
            pointer: pointerOf(['options', ...issue.path.map(String)]),
          })),
        );
      else {
        const { clientReference, costCentre, ...kept } = merged.data;
        await tx.sql(`update pli.orders set options = $2, client_reference = $3, cost_centre = $4 where id = $1`, [
          orderId,
          JSON.stringify(kept),
          clientReference ?? null,
          costCentre ?? null,
        ]);
      }
    });
  }

  /** Deletes a draft with everything that was written in it. */
  delete(call: Call, orderId: string): Promise<void> {
    return this.ledger.write(call, async ({ sql, at }) => {
      await draftForChange(sql, orderId);
      await sql(
        `update pli.letters set state = 'deleted', state_since = $2, erased_at = $2, ${withoutContent} where order_id = $1 and state = 'draft'`,
        [orderId, at],
      );
      await sql(
        `update pli.orders set state = 'deleted', state_since = $2, client_reference = null, cost_centre = null, letters = 0 where id = $1`,
        [orderId, at],
      );
    });
  }

  /** Takes a letter out of a draft. */
  deleteLetter(call: Call, orderId: string, letterId: string): Promise<void> {
    return this.ledger.write(call, async ({ sql, at }) => {
      await draftForChange(sql, orderId);
      const deleted = await sql(
        `update pli.letters set state = 'deleted', state_since = $3, erased_at = $3, ${withoutContent} where id = $2 and order_id = $1 and state = 'draft' returning id`,
        [orderId, letterId, at],
      );
      if (deleted.length === 0) throw notFound('letter in this draft');
      await sql(`update pli.orders set letters = letters - 1 where id = $1`, [orderId]);
    });
  }

  /** Makes a stored draft firm. */
  submit(call: Call, orderId: string, siteId: string | undefined): Promise<OrderReceipt> {
    return this.ledger.once(call, 200, async (tx) => {
      const order = await draftForChange(tx.sql, orderId);
      const [preferred] = await tx.sql<{ site_id: string | null }>(`select site_id from pli.orders where id = $1`, [
        orderId,
      ]);
      const rules = await this.rulesBook.rulesFor(
        tx.sql,
        ownerOf(call),
        siteId ?? preferred?.site_id ?? undefined,
        tx.at,
      );
      const { deadline } = await submitStored(tx, order, rules);
      return receiptOf(order, [], { state: 'submitted', siteId: rules.siteId, submittedAt: tx.at, deadline });
    });
  }
}

const withoutContent = 'recipient = null, sender = null, data = null, client_reference = null, content_key = null';

function ownerOf({ caller }: Call): { account: string; mode: Mode } {
  if (caller.account === undefined || caller.mode === undefined) throw new Error('not a customer');
  return { account: caller.account, mode: caller.mode };
}

/** The order's row without its state; what the customer calls it is content and stands apart. */
function orderOf(
  { options, letters, siteId }: NewOrder,
  { account, mode }: { account: string; mode: Mode },
  at: Date,
): { order: DraftOrder; own: Row } {
  const { clientReference, costCentre, ...kept } = options;
  const order = { id: newId('order', at), account_id: account, mode, options: kept, letters: letters.length };
  return {
    order,
    own: {
      client_reference: clientReference ?? null,
      cost_centre: costCentre ?? null,
      site_id: siteId ?? null,
      created_at: at,
    },
  };
}

const withReferences = (order: OrderRowOfDraft): Partial<OrderOptions> => ({
  ...(order.client_reference === null ? {} : { clientReference: order.client_reference }),
  ...(order.cost_centre === null ? {} : { costCentre: order.cost_centre }),
});

/** Drafts do not enter the ledger: it begins at submission. */
async function insertDraftOrder({ sql, at }: LedgerTransaction, order: DraftOrder, own: Row): Promise<void> {
  const row = { ...order, ...own, state: 'draft', state_since: at };
  await sql(
    `insert into pli.orders (id, account_id, mode, site_id, state, state_since, options, client_reference, cost_centre, letters, created_at)
     select id, account_id, mode, site_id, state, state_since, options, client_reference, cost_centre, letters, created_at
     from jsonb_populate_record(null::pli.orders, $1)`,
    [JSON.stringify(row)],
  );
}

async function insertLetters(sql: Sql, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
      ]),
    ),
  );
  await sql(
    `insert into pli.letters (${columns}) select ${columns} from jsonb_populate_recordset(null::pli.letters, $1)`,
    [JSON.stringify(plain)],
  );
}

/** Stores a firm order and its letters in one go: the way of one call that sends a letter. */
async function submitNew(
  tx: LedgerTransaction,
  order: DraftOrder,
  own: Row,
  letters: DraftLetter[],
  rules: SiteRules,
): Promise<OrderReceipt> {
  const row = { ...order, ...own, state_since: tx.at, ...submittedOrder(order, rules, tx.at) };
  await tx.create('order', 'order.submitted', [row]);
  const firm = letters.map((letter) => ({ ...letter, ...submittedLetter(letter, order, rules, row.deadline_at) }));
  if (letters.length <= SMALL_ORDER_LETTERS)
    await tx.create(
      'letter',
      'letter.accepted',
      firm.map((letter) => ({ ...letter, state: 'accepted' })),
    );
  else await insertLetters(tx.sql, firm);
  await handOn(tx, order, rules);
  return receiptOf(order, letters, {
    state: 'submitted',
    siteId: rules.siteId,
    submittedAt: tx.at,
    deadline: row.deadline_at,
  });
}

/** The draft, locked: letters are not added while it is submitted. */
async function draftForChange(sql: Sql, orderId: string): Promise<OrderRowOfDraft> {
  const [row] = await sql<OrderRowOfDraft>(
    `select id, account_id, mode, state, options, letters, client_reference, cost_centre from pli.orders where id = $1 for update`,
    [orderId],
  );
  if (row === undefined || row.state === 'deleted') throw notFound('order');
  if (row.state !== 'draft')
    throw new MailError(
      'order_not_draft',
      `This order is ${row.state}: only a draft can be changed, submitted or deleted.`,
    );
  return row;
}

async function templateStates(sql: Sql, letters: readonly DraftLetter[]): Promise<Map<string, string>> {
  const ids = [...new Set(letters.flatMap((letter) => letter.template_version_id ?? []))];
  const rows = await sql<{ id: string; state: string }>(
    `select id, state from pli.template_versions where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

function receiptOf(
  { id, mode, letters: letterCount }: DraftOrder,
  letters: readonly DraftLetter[],
  given: { state: 'draft' | 'submitted'; siteId?: string; submittedAt?: Date; deadline?: Date },
): OrderReceipt {
  return {
    id,
    state: given.state,
    mode,
    siteId: given.siteId ?? null,
    letterCount,
    letters: letters.map((letter) => ({ id: letter.id, position: letter.position })),
    submittedAt: given.submittedAt?.toISOString() ?? null,
    deadlineAt: given.deadline?.toISOString() ?? null,
  };
}
