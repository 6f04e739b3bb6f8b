import { processId } from '#contracts/processes';
import { newId } from '#contracts/new-id';
import { check } from '#database/checker/check';
import { answerTicket } from '#database/support/answer-ticket';
import { askAgain } from '#database/support/ask-again';
import { closeTicket } from '#database/support/close-ticket';
import { lockedTicket, type LockedTicket } from '#database/support/locked-ticket';
import { openTicket } from '#database/support/open-ticket';
import type { LedgerTransaction } from '#database/ledger';
import { inScope, type Scope } from '#database/scope';
import { write } from '#database/testing/fixtures';
import { addDays } from '#domain/local-date';
import { localDateOf } from '#domain/local-time';
import { usualSupport } from '#domain/support-profile';
import { supportActivities } from '../activities/support/index.ts';
import { openHouse, type House, type MailingAccount } from './testing/house.ts';
import { keepHistory } from './testing/keep-history.ts';
import { skippedTime, type SkippedTime } from './testing/skipped-time.ts';

const DAY = 86_400_000;
const support: Scope = { role: 'pli_support' };

let house: House;
let time: SkippedTime;
let account: MailingAccount;
beforeAll(async () => {
  house = await openHouse();
  time = await skippedTime(house.temporal);
  account = await house.account(await house.site());
  // Two hours a day, and from tomorrow on a closed weekend, an open day, and a holiday: four opening hours reach over all of them.
  const today = localDateOf(new Date(), 'Europe/Paris');
  const twoHours = [{ from: '10:00', to: '12:00' }];
  const hours = {
    ...usualSupport.hours,
    week: Array.from({ length: 7 }, () => twoHours),
    holidays: 'none',
    closed: [1, 2, 4].map((days) => addDays(today, days)),
    special: [{ day: today, spans: [] }],
  };
  await write(house.db.api, { role: 'pli_provider' }, (tx) =>
    tx.create('support_profile', 'support_profile.version_added', [
      {
        id: newId('support_profile'),
        version: 1,
        data: { ...usualSupport, hours, silenceDays: 2, keepDays: 5 },
        called: ['chef@example.org'],
        valid_from: tx.at,
        valid_to: null,
      },
    ]),
  );
});
afterAll(async () => {
  await time.close();
  await house.close();
});

/** A question, as the API writes it; nobody starts its process but the test. */
async function asked(): Promise<{ id: string; dueAt: Date }> {
  const id = await write(house.db.api, account.scope, (tx) =>
    openTicket(tx, {
      account: account.id,
      mode: account.mode,
      person: undefined,
      subject: 'Où est ma lettre ?',
      author: 'customer:key',
      text: 'Elle devait partir hier.',
      orderId: undefined,
      letterId: undefined,
    }),
  );
  return { id, dueAt: (await rowOf(id)).due_at as Date };
}
const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await house.db.asOwner<Record<string, unknown>>(`select * from pli.tickets where id = $1`, [id]))[0] ?? {};
const told = async (id: string) =>
  (
    await inScope(house.db.api, account.scope, (sql) =>
      sql<{ type: string }>(`select type from pli.events where subject_id = $1 order by number`, [id]),
    )
  ).map(({ type }) => type);
const options = (id: string) => ({
  workflowId: processId.ticket(id),
  taskQueue: 'records',
  args: [{ ticketId: id }],
});
const serving = <T>(work: () => Promise<T>): Promise<T> => house.serving({ records: supportActivities(house) }, work);
/** What a person does, at an instant of the process's clock; then its process is woken. */
async function does(
  id: string,
  scope: Scope,
  at: Date,
  work: (tx: LedgerTransaction, ticket: LockedTicket) => Promise<unknown>,
) {
  await write(house.db.api, scope, async (tx) => work(tx, (await lockedTicket(tx, id)) as LockedTicket), at);
  await house.temporal.client.workflow.getHandle(processId.ticket(id)).signal('nudge');
}
async function until(id: string, is: (row: Record<string, unknown>) => boolean) {
  for (let tries = 0; tries < 300; tries++) {
    const row = await rowOf(id);
    if (is(row)) return row;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`the ticket stays ${JSON.stringify(await rowOf(id))}`);
}

/** A ticket whose process's clock is in the test's hand. */
class Clocked {
  private stood = 60_000;
  private started = 0;
  constructor(readonly id: string) {}

  async start(): Promise<void> {
    await time.startUntil('ticket', options(this.id), this.stood);
    this.started = (
      await house.temporal.client.workflow.getHandle(processId.ticket(this.id)).describe()
    ).startTime.getTime();
  }
  get now(): Date {
    return new Date(this.started + this.stood);
  }
  /** Lets time pass until an instant of the process's clock. */
  async until(at: Date): Promise<void> {
    const ms = at.getTime() - this.now.getTime();
    this.stood += ms;
    await time.pass(processId.ticket(this.id), ms);
  }
}
const seconds = (at: unknown, more: number) => new Date((at as Date).getTime() + more * 1000);

test('nobody answers: not a second before the fourth opening hour is over, but then, whoever leads support is called; and again', async () => {
  const { id, dueAt } = await asked();
  // Closed days lie between: two hours on the third day from now, two on the fifth.
  expect(dueAt.getTime() - Date.now()).toBeGreaterThan(4 * DAY);
  await serving(async () => {
    const clock = new Clocked(id);
    await clock.start();
    await clock.until(seconds(dueAt, -1));
    expect(await rowOf(id)).toMatchObject({ state: 'open', escalations: 0, deadline_at: dueAt });
    await clock.until(seconds(dueAt, 1));
    const called = await until(id, ({ escalations }) => escalations === 1);
    const late = (called.escalated_at as Date).getTime() - dueAt.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(20_000); // the steps themselves took their real time
    await clock.until(seconds(called.deadline_at, 1));
    await until(id, ({ escalations }) => escalations === 2);
    expect(await rowOf(id)).toMatchObject({ state: 'open', due_at: dueAt, first_answered_at: null });
  });
  expect(await told(id)).toEqual(['ticket.opened', 'ticket.escalated', 'ticket.escalated']);
});

test('an answer a second before it is due is in time; then silence closes the ticket, and at the end of its keeping its texts are gone', async () => {
  const { id, dueAt } = await asked();
  await serving(async () => {
    const clock = new Clocked(id);
    await clock.start();
    await clock.until(seconds(dueAt, -1));
    await does(id, support, clock.now, (tx, ticket) =>
      answerTicket(tx, ticket, { author: 'person:usr_1', text: 'Elle part demain.' }),
    );
    await clock.until(seconds(dueAt, 60));
    const answered = await rowOf(id);
    expect(answered).toMatchObject({ state: 'answered', escalations: 0, first_answered_at: seconds(dueAt, -1) });
    expect(answered.deadline_at).toEqual(seconds(answered.answered_at, (2 * DAY) / 1000));
    await clock.until(seconds(answered.deadline_at, -1));
    expect(await rowOf(id)).toMatchObject({ state: 'answered' });
    await clock.until(seconds(answered.deadline_at, 1));
    const closed = await until(id, ({ state }) => state === 'closed');
    expect(closed).toMatchObject({ reason_code: 'silence', subject: 'Où est ma lettre ?' });
    await time.passAll(processId.ticket(id));
    await house.temporal.client.workflow.getHandle(processId.ticket(id)).result();
  });
  await keepHistory(house.temporal.client, processId.ticket(id), 'ticket-1');
  expect(await rowOf(id)).toMatchObject({ state: 'erased', subject: null, deadline_at: null });
  expect(await house.db.asOwner(`select text from pli.ticket_messages where ticket_id = $1`, [id])).toEqual([
    { text: null },
    { text: null },
  ]);
  expect(await told(id)).toEqual(['ticket.opened', 'ticket.answered', 'ticket.closed', 'ticket.erased']);
});

test('a further question opens the ticket again, and has its own four opening hours', async () => {
  const { id } = await asked();
  await serving(async () => {
    const clock = new Clocked(id);
    await clock.start();
    await does(id, support, clock.now, (tx, ticket) =>
      answerTicket(tx, ticket, { author: 'person:usr_1', text: 'Voilà.' }),
    );
    await does(id, account.scope, clock.now, (tx, ticket) => closeTicket(tx, ticket, 'solved'));
    await until(id, ({ state }) => state === 'closed');
    await does(id, account.scope, clock.now, (tx, ticket) =>
      askAgain(tx, ticket, { author: 'customer:key', text: 'Toujours rien.' }),
    );
    const { due_at } = await until(id, ({ state }) => state === 'reopened');
    await clock.until(seconds(due_at, -1));
    expect(await rowOf(id)).toMatchObject({ state: 'reopened', escalations: 0, closed_at: null });
    await clock.until(seconds(due_at, 1));
    await until(id, ({ escalations }) => escalations === 1);
  });
  expect(await told(id)).toEqual([
    'ticket.opened',
    'ticket.answered',
    'ticket.closed',
    'ticket.reopened',
    'ticket.escalated',
  ]);
});

test('the relay starts the process of a ticket, which belongs to no print room', async () => {
  const { id } = await asked();
  await serving(async () => {
    await house.relay.round();
    const handle = house.temporal.client.workflow.getHandle(processId.ticket(id));
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate();
  });
});

test('no text of anybody is in the ledger or in a history', async () => {
  const events = await house.db.asOwner(`select data from pli.events where subject = 'ticket'`);
  expect(JSON.stringify(events)).not.toMatch(/lettre|partir|demain|rien/);
  for await (const { workflowId } of house.temporal.client.workflow.list()) {
    const history = await house.temporal.client.workflow.getHandle(workflowId).fetchHistory();
    const bytes = Buffer.from(
      JSON.stringify(history, (_k, v: unknown) => (v instanceof Uint8Array ? Buffer.from(v).toString() : v)),
    );
    expect(bytes.toString()).not.toMatch(/Où est|partir|demain|Toujours/);
  }
});

test('the checker finds each ticket to be what the ledger tells', async () => {
  const report = await check({ database: house.db.checker }, () => new Date());
  expect(report.findings.filter(({ subject }) => subject.startsWith('tkt_'))).toEqual([]);
});
