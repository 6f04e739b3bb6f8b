import { Inject, Injectable } from '@nestjs/common';
import type { NewPreview } from '#contracts/api/previews';
import type { ProblemItem } from '#contracts/api/problem';
import { newId } from '#contracts/new-id';
import { processes, processId } from '#contracts/processes';
import type { LedgerTransaction, Row } from '#database/ledger';
import { startWorkflow } from '#database/outbox';
import type { Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { OrderOptions } from '#domain/options';
import { customerOf, type Call } from '../http/caller.ts';
import { notFound, refuseWith } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { pointerOf } from '../http/validation.pipe.ts';
import { SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { contentFaults, draftRows, type DraftLetter } from './letter-rows.ts';
import { letterheadFaults } from './named-documents.ts';
import { RulesBook, type SiteRules } from './site-rules.ts';
import { submissionFaults } from './submission-rules.ts';
import { kindOf, optionsOf } from './submission.ts';
import { TemplateData } from './template-data.ts';

/** Previews of an account that are made at once: each takes a browser page from the letters that are ordered. */
const MOST_IN_THE_MAKING = 20;

/** The letter to look at, as it would be in an order. */
interface Subject {
  letter: DraftLetter;
  orderOptions: OrderOptions;
  siteId: string | undefined;
  /** Where the letter stands in the call's body; undefined: in a draft. */
  place: string | undefined;
}

/** Asks for letters to be made that somebody wants to look at. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly ledger: ScopedLedger,
    private readonly templates: TemplateData,
    private readonly rulesBook: RulesBook,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Refuses what an order would refuse at once, then has the print room make the letter. */
  create(call: Call, given: NewPreview): Promise<{ id: string }> {
    return this.ledger.once(call, 202, async (tx) => {
      const of = customerOf(call);
      await refuseTooMany(tx.sql);
      const id = newId('preview', tx.at);
      const subject = given.letter ? ofBody(id, given, of, tx.at) : await ofDraft(tx.sql, given);
      const rules = await this.rulesBook.rulesFor(tx.sql, of, subject.siteId, tx.at);
      refuseWith('letters_invalid', await this.contentFaults(tx.sql, subject), 'the letter');
      refuseWith('order_not_makeable', ruleFaults(subject, rules, tx.at), 'the letter');
      await this.ask(tx, { id, account_id: of.account, mode: of.mode }, subject, rules);
      return { id };
    });
  }

  private async contentFaults(sql: Sql, { letter, orderOptions, place }: Subject): Promise<ProblemItem[]> {
    const faults = await contentFaults(sql, [letter], this.templates);
    // They are told as of a list of letters.
    const ofLetter = faults.map(({ pointer, ...fault }) => {
      const inside = pointer?.replace(/^\/letters\/0/, '');
      return place === undefined
        ? { ...fault, letterId: letter.id, ...(inside && { pointer: inside }) }
        : { ...fault, pointer: `${place}${inside ?? ''}` };
    });
    return [...(await letterheadFaults(sql, orderOptions)), ...ofLetter];
  }

  /**
   * Stores a letter to look at and has the print room make it.
   * @param template HTML of a template that is not saved yet; else the letter names what it is made of
   */
  async ask(
    tx: LedgerTransaction,
    own: { id: string; account_id: string; mode: DraftLetter['mode'] },
    { letter, orderOptions }: Pick<Subject, 'letter' | 'orderOptions'>,
    { siteId, siteCode, contractId, profile }: SiteRules,
    template?: { html: string },
  ): Promise<void> {
    // Keys and hashes are a letter's own, and the reference shows nowhere.
    const kept = { ...letter, content_key: undefined, content_hash: undefined, client_reference: undefined };
    const options = optionsOf(orderOptions, letter.options);
    const dueAt = new Date(tx.at.getTime() + profile.deadlines.composeSeconds * 1000);
    const row: Row = {
      ...own,
      site_id: siteId,
      contract_id: contractId,
      state: 'making',
      state_since: tx.at,
      deadline_at: dueAt,
      valid_until: new Date(tx.at.getTime() + this.settings.PREVIEW_SECONDS * 1000),
      letter: { ...kept, id: own.id, site_id: siteId, options, service: options.service },
      ...(template && { template }),
      created_at: tx.at,
    };
    await tx.create('preview', 'preview.asked', [row]);
    const input = { siteId, previewId: own.id, dueAt: dueAt.toISOString() };
    await startWorkflow(
      tx.sql,
      {
        siteId,
        accountId: own.account_id,
        process: processes.preview,
        workflowId: processId.preview(own.id),
        input: { ...input, mode: own.mode, summary: `Preview of a letter for ${siteCode}` },
      },
      tx.at,
    );
  }
}

/** A letter of the call's body. */
function ofBody(id: string, { letter, options, sender, siteId }: NewPreview, of: Customer, at: Date): Subject {
  const { service } = options;
  const letters = letter === undefined ? [] : [letter];
  const [row] = draftRows(letters, { orderId: id, ...of, firstPosition: 1, sender, service, at });
  return { letter: row as DraftLetter, orderOptions: options, siteId, place: '/letter' };
}
type Customer = ReturnType<typeof customerOf>;

/** A letter that stands in a draft. */
async function ofDraft(sql: Sql, { orderId, letterId, siteId }: NewPreview): Promise<Subject> {
  const [row] = await sql<{ state: string; letter: DraftLetter; options: OrderOptions; site_id: string | null }>(
    `select o.state, to_jsonb(l) as letter, o.options, o.site_id from pli.letters l join pli.orders o on o.id = l.order_id
     where l.id = $1 and o.id = $2 and l.state <> 'deleted' and o.state <> 'deleted'`,
    [letterId, orderId],
  );
  if (row === undefined) throw notFound('letter in this draft');
  if (row.state !== 'draft')
    throw new MailError('order_not_draft', `This order is ${row.state}: a preview shows what is not yet ordered.`);
  const { letter, options, site_id } = row;
  return { letter, orderOptions: options, siteId: siteId ?? site_id ?? undefined, place: undefined };
}

/** What the print room's rules have against it. */
function ruleFaults({ letter, orderOptions, place }: Subject, rules: SiteRules, at: Date): ProblemItem[] {
  // A draft of a template may be looked at, also where its approval is needed to order: no state of it is given.
  const faults = submissionFaults(kindOf(letter, orderOptions, new Map()), rules, letter.mode, at);
  return faults.map(({ code, detail, path }) => ({
    code,
    detail,
    pointer: `${place ?? ''}${pointerOf(path)}`,
    ...(place === undefined && { letterId: letter.id }),
  }));
}

export async function refuseTooMany(sql: Sql): Promise<void> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from pli.previews where state = 'making' and account_id = pli.scope_account() and mode = pli.scope_mode()`,
  );
  if ((row?.count ?? 0) < MOST_IN_THE_MAKING) return;
  throw new MailError(
    'previews_too_many',
    `${MOST_IN_THE_MAKING} previews of this account are in the making. Wait until one is ready, then ask again.`,
    'later',
  );
}
