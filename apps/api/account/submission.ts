import type { ProblemItem } from '#contracts/api/problem';
import { processes, processId, SMALL_ORDER_LETTERS, type OrderInput } from '#contracts/processes';
import type { LedgerTransaction, Row } from '#database/ledger';
import type { Mode } from '#database/scope';
import { destinationZoneOf } from '#domain/destinations';
import { defaultOptions, type OrderOptions } from '#domain/options';
import { refuseWith } from '../http/refusal.ts';
import { pointerOf } from '../http/validation.pipe.ts';
import type { DraftLetter } from './letter-rows.ts';
import type { SiteRules } from './site-rules.ts';
import { submissionFaults, type LetterKind } from './submission-rules.ts';

/** An order as far as submitting it goes. */
export interface DraftOrder {
  id: string;
  account_id: string;
  mode: Mode;
  options: OrderOptions;
  letters: number;
  /** Codes of warnings accepted for all its letters. */
  accept: readonly string[];
}

/** The whole options of a letter: its order's, and over them what it chose itself. */
export const optionsOf = (order: OrderOptions, own: object): OrderOptions => ({ ...defaultOptions, ...order, ...own });

/** What an order's row becomes when it is submitted. */
export function submittedOrder(order: DraftOrder, rules: SiteRules, at: Date): Row & { deadline_at: Date } {
  const large = order.letters > SMALL_ORDER_LETTERS;
  return {
    state: 'submitted',
    site_id: rules.siteId,
    contract_id: rules.contractId,
    deadline_at: new Date(at.getTime() + rules.profile.deadlines.composeSeconds * 1000),
    options: order.options,
    letters: order.letters,
    accept: order.accept,
    open_letters: order.letters,
    archive: order.options.archive.kind,
    planned_deposit_date: order.options.sendDate ?? null,
    workflow_id: large ? processId.order(order.id) : null,
    submitted_at: at,
  };
}

/** What a letter's row gets at submission beside its state. */
export function submittedLetter(letter: { options: object }, order: DraftOrder, rules: SiteRules, deadline: Date): Row {
  const options = optionsOf(order.options, letter.options);
  return { site_id: rules.siteId, options, service: options.service, deadline_at: deadline };
}

/** Refuses letters that the print room could not make; places are in the body's `letters`, or name the stored letter. */
export function refuseUnmakeable(
  letters: readonly { id: string; position: number; kind: LetterKind }[],
  places: 'body' | 'stored',
  rules: SiteRules,
  mode: Mode,
  at: Date,
): void {
  const known = new Map<string, ReturnType<typeof submissionFaults>>();
  const items = new Map<string, ProblemItem>();
  letters.forEach((letter, i) => {
    // Letters of an order are mostly of one kind: each kind is judged once.
    const key = JSON.stringify(letter.kind);
    const faults = known.get(key) ?? submissionFaults(letter.kind, rules, mode, at);
    known.set(key, faults);
    for (const { code, detail, path } of faults) {
      const item: ProblemItem = {
        code,
        detail,
        pointer: pointerOf(['letters', i, ...path]),
        ...(places === 'stored' ? { letterId: letter.id } : {}),
      };
      if (places === 'stored') item.pointer = pointerOf(path);
      items.set(`${letter.id} ${code} ${item.pointer}`, item);
    }
  });
  refuseWith('order_not_makeable', [...items.values()], 'the order');
}

/** Hands a submitted order on: small ones are gathered into an intake, larger ones have a process of their own. */
export async function handOn({ sql, at }: LedgerTransaction, order: DraftOrder, rules: SiteRules): Promise<void> {
  if (order.letters <= SMALL_ORDER_LETTERS) {
    await sql(
      `insert into pli.outbox (kind, site_id, account_id, order_id, letters, created_at) values ('order', $1, $2, $3, $4, $5)`,
      [rules.siteId, order.account_id, order.id, order.letters, at],
      'prepared',
    );
    return;
  }
  const work: OrderInput = { siteId: rules.siteId, orderId: order.id, letters: order.letters };
  const input = { ...work, mode: order.mode, summary: `Order of ${order.letters} letters for ${rules.siteCode}` };
  await sql(
    `insert into pli.outbox (kind, site_id, account_id, order_id, letters, workflow_type, workflow_id, input, created_at)
     values ('start', $1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      rules.siteId,
      order.account_id,
      order.id,
      order.letters,
      processes.order,
      processId.order(order.id),
      JSON.stringify(input),
      at,
    ],
  );
}

/** A draft row as the kind of letter that the rules judge. */
export const kindOf = (
  letter: Pick<DraftLetter, 'options' | 'country' | 'postcode' | 'sender' | 'template_version_id'>,
  order: OrderOptions,
  templateStates: ReadonlyMap<string, string>,
): LetterKind => ({
  options: optionsOf(order, letter.options),
  destination: destinationZoneOf(letter),
  country: letter.country,
  sender: letter.sender && destinationZoneOf(letter.sender),
  ...(letter.template_version_id ? { templateState: templateStates.get(letter.template_version_id) } : {}),
});
