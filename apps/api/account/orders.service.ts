import { Injectable } from '@nestjs/common';
import type { NewOrder, OrderReceipt, OrderSubmission } from '#contracts/api/orders';
import { newId } from '#contracts/new-id';
import { SMALL_ORDER_LETTERS } from '#contracts/processes';
import type { LedgerTransaction, Row } from '#database/ledger';
import type { Mode, Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { refuseCostCentre } from '../administration/cost-centre-rule.ts';
import { customerOf, type Call } from '../http/caller.ts';
import { refuseWith } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { refuseUnfinishedImports } from './imports/unfinished-imports.ts';
import { contentFaults, draftRows, type DraftLetter } from './letter-rows.ts';
import { draftForChange, insertDraftLetters, insertDraftOrder } from './order-rows.ts';
import { RulesBook, type SiteRules } from './site-rules.ts';
import { submitStored } from './stored-draft.ts';
import { handOn, kindOf, refuseUnmakeable, submittedLetter, submittedOrder, type DraftOrder } from './submission.ts';
import { letterheadFaults } from './named-documents.ts';
import { TemplateData } from './template-data.ts';
import { otherAddresses } from './window-warnings.ts';

/** Makes orders and makes them firm. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly templates: TemplateData,
    private readonly rulesBook: RulesBook,
  ) {}

  /** Makes an order, a draft or a firm one, with the letters of the call. */
  create(call: Call, given: NewOrder): Promise<OrderReceipt> {
    return this.ledger.once(call, 201, async (tx) => {
      const of = customerOf(call);
      const { order, own } = orderOf(given, of, call.caller.person, tx.at);
      const { service } = order.options;
      const { sender } = given;
      const letters = draftRows(given.letters, {
        orderId: order.id,
        ...of,
        firstPosition: 1,
        sender,
        service,
        at: tx.at,
      });
      const faults = [
        ...(await letterheadFaults(tx.sql, given.options)),
        ...(await contentFaults(tx.sql, letters, this.templates)),
      ];
      refuseWith('letters_invalid', faults, 'the letters');
      if (!given.submit) {
        await insertDraftOrder(tx, order, own);
        await insertDraftLetters(tx.sql, letters);
        return receiptOf(order, letters, { state: 'draft' });
      }
      await refuseCostCentre(tx.sql, given.options.costCentre ?? null);
      const rules = await this.rulesBook.rulesFor(tx.sql, of, given.siteId, tx.at);
      return submitNew(tx, order, own, letters, rules);
    });
  }

  /** Makes a stored draft firm. */
  submit(call: Call, orderId: string, { siteId, accept, importErrors }: OrderSubmission): Promise<OrderReceipt> {
    return this.ledger.once(call, 200, async (tx) => {
      const draft = await draftForChange(tx.sql, orderId);
      await refuseUnfinishedImports(tx, orderId, importErrors);
      await refuseCostCentre(tx.sql, draft.cost_centre);
      const named = siteId ?? draft.site_id ?? undefined;
      const rules = await this.rulesBook.rulesFor(tx.sql, customerOf(call), named, tx.at);
      const order = { ...draft, accept: [...new Set([...draft.accept, ...accept])] };
      const { deadline } = await submitStored(tx, order, rules);
      return receiptOf(draft, [], { state: 'submitted', siteId: rules.siteId, submittedAt: tx.at, deadline });
    });
  }
}

/** The order's row without its state; what the customer calls it is content and stands apart. */
function orderOf(
  { options, letters, siteId, accept }: NewOrder,
  { account, mode }: { account: string; mode: Mode },
  person: string | undefined,
  at: Date,
): { order: DraftOrder; own: Row } {
  const { clientReference, costCentre, ...kept } = options;
  const order = { id: newId('order', at), account_id: account, mode, options: kept, letters: letters.length, accept };
  const references = { client_reference: clientReference ?? null, cost_centre: costCentre ?? null };
  return { order, own: { ...references, site_id: siteId ?? null, person_id: person ?? null, created_at: at } };
}

/** Stores a firm order and its letters in one go: the way of one call that sends a letter. */
async function submitNew(
  tx: LedgerTransaction,
  order: DraftOrder,
  own: Row,
  letters: DraftLetter[],
  rules: SiteRules,
): Promise<OrderReceipt> {
  if (letters.length === 0) throw new MailError('order_empty', 'An order to submit has at least one letter.');
  const states = await templateStates(tx.sql, order.mode, letters);
  const kinds = letters.map((row) => ({ ...row, kind: kindOf(row, order.options, states) }));
  refuseUnmakeable(kinds, 'body', rules, order.mode, tx.at);
  refuseWith('order_not_makeable', await otherAddresses(tx.sql, letters, order.accept, rules.geometry), 'the order');
  const row = { ...order, ...own, state_since: tx.at, ...submittedOrder(order, rules, tx.at) };
  await tx.create('order', 'order.submitted', [row]);
  const firm = letters.map((letter) => ({ ...letter, ...submittedLetter(letter, order, rules, row.deadline_at) }));
  if (letters.length > SMALL_ORDER_LETTERS) await insertDraftLetters(tx.sql, firm);
  else {
    const accepted = firm.map((letter) => ({ ...letter, state: 'accepted' }));
    await tx.create('letter', 'letter.accepted', accepted);
  }
  await handOn(tx, order, rules);
  const { siteId } = rules;
  return receiptOf(order, letters, { state: 'submitted', siteId, submittedAt: tx.at, deadline: row.deadline_at });
}

/** States of the template versions used; in test mode none is asked for, as drafts may be tried there. */
async function templateStates(sql: Sql, mode: Mode, letters: readonly DraftLetter[]): Promise<Map<string, string>> {
  if (mode === 'test') return new Map();
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
