import { z } from 'zod';
import { ticketStates, type TicketState } from '#domain/life-cycles';
import { ticketEndings, ticketSides } from '#domain/tickets';
import { waiting } from './letters.ts';
import { idOf, mode, moment, pageOf, pageQuery } from './shapes.ts';

const subject = z.string().trim().min(1).max(120).describe('In a few words');
const text = z.string().trim().min(1).max(10_000);
const state = z.enum(Object.keys(ticketStates) as [TicketState, ...TicketState[]]);

/** A question to support. */
export const newTicket = z
  .strictObject({
    subject,
    text,
    orderId: idOf('order').optional().describe('What it is about'),
    letterId: idOf('letter').optional().describe('What it is about; its order need not be named'),
  })
  .meta({ id: 'NewTicket' });
export type NewTicket = z.output<typeof newTicket>;

export const ticketMessage = z.strictObject({ text }).meta({ id: 'NewTicketMessage' });
export type NewTicketMessage = z.output<typeof ticketMessage>;
export const closeTicketBody = z.strictObject({});

/** Which tickets: those that wait for an answer, were answered, or are over. */
export const ticketGroups = ['waiting', 'answered', 'closed'] as const;
export type TicketGroup = (typeof ticketGroups)[number];
export const ticketQuery = pageQuery.extend({
  group: z.enum(ticketGroups).optional(),
  orderId: idOf('order').optional(),
  letterId: idOf('letter').optional(),
});
export type TicketQuery = z.output<typeof ticketQuery>;

const shown = {
  id: idOf('ticket'),
  mode,
  subject: z.string().nullable().describe('Null once its texts are erased'),
  orderId: z.string().nullable(),
  letterId: z.string().nullable(),
  state,
  waiting: waiting.nullable(),
  askedAt: moment.describe('The question that waits for an answer, or did last'),
  dueAt: moment.describe('When its answer is due: that much opening time after it was asked'),
  answerSeconds: z.number().int().describe('Opening time within which it is to be answered'),
  answeredAt: moment.nullable(),
  firstAnsweredAt: moment.nullable(),
  escalations: z.number().int().describe('How often whoever leads support was called'),
  escalatedAt: moment.nullable(),
  closedAt: moment.nullable(),
  ending: z.enum(ticketEndings).nullable(),
  messages: z.number().int(),
  createdAt: moment,
};
const saidBy = {
  number: z.number().int(),
  side: z.enum(ticketSides),
  text: z.string().nullable().describe('Null once erased'),
  at: moment,
};

/** A ticket as its account sees it. */
export const ticketRow = z.object(shown).meta({ id: 'TicketRow' });
export type TicketRowView = z.output<typeof ticketRow>;
export const ticketPage = pageOf(ticketRow);
export const ticket = z
  .object({ ...shown, said: z.array(z.object(saidBy)).describe('In the order in which it was said') })
  .meta({ id: 'Ticket' });
export type TicketView = z.output<typeof ticket>;

/** The same as support sees it: with whose it is and who wrote. */
const ofAccount = {
  accountId: idOf('account'),
  accountName: z.string(),
  asker: z.string().nullable().describe('A person; null: a program'),
};
export const supportTicketRow = z.object({ ...shown, ...ofAccount }).meta({ id: 'SupportTicketRow' });
export type SupportTicketRow = z.output<typeof supportTicketRow>;
export const supportTicketPage = pageOf(supportTicketRow);
export const supportTicket = z
  .object({ ...shown, ...ofAccount, said: z.array(z.object({ ...saidBy, author: z.string() })) })
  .meta({ id: 'SupportTicket' });
export type SupportTicketView = z.output<typeof supportTicket>;

export const supportQuery = pageQuery.extend({
  group: z.enum(ticketGroups).optional(),
  late: z.literal('true').optional().describe('Only those whose answer is overdue'),
  escalated: z.literal('true').optional().describe('Only those that wait and were escalated'),
  accountId: idOf('account').optional(),
});
export type SupportQuery = z.output<typeof supportQuery>;

/** How many there are: each number is the length of its list. */
export const supportCounts = z
  .object({
    waiting: z.number().int(),
    late: z.number().int(),
    escalated: z.number().int(),
    answered: z.number().int(),
    closed: z.number().int(),
  })
  .meta({ id: 'SupportCounts' });
export type SupportCounts = z.output<typeof supportCounts>;
