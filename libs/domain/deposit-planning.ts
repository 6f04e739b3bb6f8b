import { isWorkingDay, openTimeBefore, workingDayAfter, workingDayFrom } from './calendars.ts';
import type { Calendar } from './calendars.ts';
import { addDays } from './local-date.ts';
import type { LocalDate, LocalTime } from './local-date.ts';
import { instantAt, localDateOf } from './local-time.ts';
import type { DepositSlots, SiteProfile } from './profiles.ts';

/** The three calendars of a site with their holidays. */
export type SiteCalendars = { site: Calendar; depositPoint: Calendar & { limit: LocalTime }; delivery: Calendar };

/**
 * J: the day of an accepted deposit when it was before the carrier's limit hour of a deposit day, else the next deposit day. A deposit at the very
 * limit is not before it. (Trade rule of planning.)
 */
export function depositDay(point: Calendar & { limit: LocalTime }, acceptedAt: Date): LocalDate {
  const day = localDateOf(acceptedAt, point.timeZone);
  const inTime = isWorkingDay(point, day) && acceptedAt < instantAt(day, point.limit, point.timeZone);
  return inTime ? day : workingDayFrom(point, addDays(day, 1));
}

/** J + n by the carrier's delivery days (in France Saturday counts): the carrier's promise, to be shown as such. */
export function promisedDay(delivery: Calendar, j: LocalDate, n: number): LocalDate {
  return workingDayAfter(delivery, j, n);
}

/** The first slot after an instant, on no day before `fromDay`. Daily slots are on the site's working days. */
export function nextSlot(slots: DepositSlots, site: Calendar, after: Date, fromDay?: LocalDate): Date {
  const dayOfAfter = localDateOf(after, site.timeZone);
  const first = fromDay !== undefined && fromDay > dayOfAfter ? fromDay : dayOfAfter;
  if (slots.kind === 'every') {
    const step = slots.seconds * 1000;
    const earliest = first > dayOfAfter ? instantAt(first, '00:00', site.timeZone).getTime() - 1 : after.getTime();
    return new Date((Math.floor(earliest / step) + 1) * step);
  }
  for (let day = workingDayFrom(site, first); ; day = workingDayAfter(site, day, 1)) {
    const instants = [...slots.times].sort().map((time) => instantAt(day, time, site.timeZone));
    const slot = instants.find((at) => at > after);
    if (slot) return slot;
  }
}

/** The instants of a planned deposit, computed backwards from its slot in the site's hours. */
export type DepositPlan = {
  /** When the truck leaves. */
  slotAt: Date;
  /** When the carrier has it. */
  arrivesAt: Date;
  j: LocalDate;
  /** Lots form at this instant at the latest. */
  cutOffAt: Date;
  latestPrintAt: Date;
  latestInsertionAt: Date;
};

/** The plan of one slot. */
export function planOfSlot(profile: SiteProfile, calendars: SiteCalendars, slotAt: Date): DepositPlan {
  const { lead } = profile;
  const { site, depositPoint } = calendars;
  const arrivesAt = new Date(slotAt.getTime() + lead.transportSeconds * 1000);
  const latestInsertionAt = openTimeBefore(site, slotAt, lead.sealSeconds);
  const latestPrintAt = openTimeBefore(site, latestInsertionAt, lead.insertSeconds);
  const cutOffAt = openTimeBefore(site, latestPrintAt, lead.printSeconds);
  return { slotAt, arrivesAt, j: depositDay(depositPoint, arrivesAt), cutOffAt, latestPrintAt, latestInsertionAt };
}

/**
 * The deposit for a letter ready at `readyAt`: the first slot whose cut-off is still ahead and whose J is not before the send date
 * asked for. `notBeforeAt` is given for a send date ahead: the letter is not made while an earlier deposit could still take it.
 */
export function planDeposit(
  profile: SiteProfile,
  calendars: SiteCalendars,
  readyAt: Date,
  sendDate?: LocalDate,
): DepositPlan & { notBeforeAt?: Date } {
  let plan = planOfSlot(profile, calendars, nextSlot(profile.depositSlots, calendars.site, readyAt));
  while (plan.cutOffAt <= readyAt)
    plan = planOfSlot(profile, calendars, nextSlot(profile.depositSlots, calendars.site, plan.slotAt));
  if (sendDate === undefined || plan.j >= sendDate) return plan;
  // A deposit after the limit hour of the day before already has its J on the send date.
  let after = instantAt(addDays(sendDate, -1), '00:00', calendars.site.timeZone);
  if (after < plan.slotAt) after = plan.slotAt;
  let earlier = plan;
  for (
    plan = planOfSlot(profile, calendars, nextSlot(profile.depositSlots, calendars.site, after));
    plan.j < sendDate;
  ) {
    earlier = plan;
    // Slots every few seconds: go to the day itself rather than through all of the day before.
    const fromDay = profile.depositSlots.kind === 'every' ? sendDate : undefined;
    plan = planOfSlot(profile, calendars, nextSlot(profile.depositSlots, calendars.site, plan.slotAt, fromDay));
  }
  return { ...plan, notBeforeAt: earlier.cutOffAt };
}
