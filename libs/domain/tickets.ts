import { openTimeAfter, type KnownHours } from './opening-hours.ts';
import type { SupportProfile } from './support-profile.ts';

/** Who speaks in a ticket. */
export const ticketSides = ['customer', 'support'] as const;
export type TicketSide = (typeof ticketSides)[number];

/** Why a ticket was closed: whoever asked needs no more, support says so, or nobody wrote any more. */
export const ticketEndings = ['solved', 'closed_by_support', 'silence'] as const;
export type TicketEnding = (typeof ticketEndings)[number];

/** Why whoever leads support is called: nobody answered in time, or somebody of support asks for it. */
export type EscalationReason = 'deadline_passed' | 'asked_for';

/** A support profile with its public holidays. */
export type KnownSupport = Omit<SupportProfile, 'hours'> & { hours: KnownHours };

const DAY = 86_400_000;

/** When a question asked at an instant is due to be answered: that much opening time later. */
export const answerDue = ({ hours, answerSeconds }: KnownSupport, askedAt: Date): Date =>
  openTimeAfter(hours, askedAt, answerSeconds);

/** When somebody is called again for a question for which somebody was called. */
export const callAgainDue = ({ hours, callAgainSeconds }: KnownSupport, calledAt: Date): Date =>
  openTimeAfter(hours, calledAt, callAgainSeconds);

/** When an answered ticket closes if nobody writes any more: days, not opening time, for the customer has hours of its own. */
export const silenceEnds = ({ silenceDays }: KnownSupport, answeredAt: Date): Date =>
  new Date(answeredAt.getTime() + silenceDays * DAY);

/** When the texts of a closed ticket are erased. */
export const keepingEnds = ({ keepDays }: KnownSupport, closedAt: Date): Date =>
  new Date(closedAt.getTime() + keepDays * DAY);
