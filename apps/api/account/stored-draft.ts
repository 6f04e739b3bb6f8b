import { SMALL_ORDER_LETTERS } from '#contracts/processes';
import type { LedgerTransaction } from '#database/ledger';
import type { Sql } from '#database/scope';
import { destinationZoneOf } from '#domain/destinations';
import { MailError } from '#domain/mail-error';
import { refuseWith } from '../http/refusal.ts';
import type { LetterKind } from './submission-rules.ts';
import { handOn, optionsOf, refuseUnmakeable, submittedLetter, submittedOrder, type DraftOrder } from './submission.ts';
import type { SiteRules } from './site-rules.ts';
import { otherAddressesStored } from './window-warnings.ts';

/**
 * Submits a stored draft of any size in one transaction. The letters of a small one are accepted here; those of a larger one get
 * print room, options and deadline, and are accepted in chunks by the order's process: 100,000 events do not fit a transaction.
 */
export async function submitStored(
  tx: LedgerTransaction,
  order: DraftOrder,
  rules: SiteRules,
): Promise<{ deadline: Date }> {
  if (order.letters === 0)
    throw new MailError('order_empty', 'This order has no letters. Add some before submitting it.');
  refuseUnmakeable(await kindsOf(tx.sql, order), 'stored', rules, order.mode, tx.at);
  refuseWith(
    'order_not_makeable',
    await otherAddressesStored(tx.sql, order.id, order.accept, rules.geometry),
    'the order',
  );
  const set = submittedOrder(order, rules, tx.at);
  const deadline = set.deadline_at;
  await tx.change('order', 'order.submitted', [setOf(order.id, set)], { whole: true });
  if (order.letters <= SMALL_ORDER_LETTERS) await acceptAll(tx, order, rules, deadline);
  else await prepareAll(tx.sql, order, rules, deadline);
  await handOn(tx, order, rules);
  return { deadline };
}

/** The column that counts open letters is no part of the fold; what was prepared on screen has become letters. */
function setOf(id: string, { open_letters, ...set }: Record<string, unknown>) {
  return { id, set, content: { open_letters, preparation: null, prepared_documents: [] } };
}

async function acceptAll(tx: LedgerTransaction, order: DraftOrder, rules: SiteRules, deadline: Date): Promise<void> {
  const letters = await tx.sql<{ id: string; options: object }>(
    `select id, options from pli.letters where order_id = $1 and state = 'draft' order by position`,
    [order.id],
  );
  const changes = letters.map((letter) => ({
    id: letter.id,
    set: { state: 'accepted', ...submittedLetter(letter, order, rules, deadline) },
  }));
  await tx.change('letter', 'letter.accepted', changes, { whole: true });
}

async function prepareAll(sql: Sql, order: DraftOrder, rules: SiteRules, deadline: Date): Promise<void> {
  await sql(
    `update pli.letters set site_id = $2, deadline_at = $3, service = coalesce(options->>'service', $4), options = $5::jsonb || options
     where order_id = $1 and state = 'draft'`,
    [order.id, rules.siteId, deadline, order.options.service, JSON.stringify(optionsOf(order.options, {}))],
  );
}

/** As far as its zone goes. */
interface Place {
  country: string;
  postcode: string;
}

/** The letters of an order by kind, each kind with its first letter: 100,000 letters are mostly of one or two kinds. */
export async function kindsOf(
  sql: Sql,
  order: DraftOrder,
): Promise<{ id: string; position: number; kind: LetterKind }[]> {
  const rows = await sql<{
    id: string;
    position: number;
    options: object;
    to: Place;
    sender: Place | null;
    template_state: string | null;
  }>(
    // Places of one group lie in one zone: another country, or a French postcode with or without 97 and 98.
    `select (array_agg(l.id order by l.position))[1] as id, min(l.position) as position, l.options, v.state as template_state,
       jsonb_build_object('country', l.country, 'postcode', min(l.postcode)) as to,
       case when l.sender is not null then jsonb_build_object('country', l.sender->>'country', 'postcode', min(l.sender->>'postcode')) end as sender
     from pli.letters l left join pli.template_versions v on v.id = l.template_version_id
     where l.order_id = $1 and l.state = 'draft'
     group by l.options, v.state, l.country, left(l.postcode, 2) in ('97', '98'), l.sender is not null, l.sender->>'country',
       left(l.sender->>'postcode', 2) in ('97', '98')
     order by min(l.position) limit 100`,
    [order.id],
  );
  return rows.map(({ id, position, options, to, sender, template_state }) => ({
    id,
    position,
    kind: {
      options: optionsOf(order.options, options),
      destination: destinationZoneOf(to),
      country: to.country,
      sender: sender && destinationZoneOf(sender),
      ...(template_state ? { templateState: template_state } : {}),
    },
  }));
}
