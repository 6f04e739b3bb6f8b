import { isWorkingDay } from './calendars.ts';
import { planOfSlot, type DepositPlan, type SiteCalendars } from './deposit-planning.ts';
import type { LotState, TrayState } from './life-cycles.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { instantAt } from './local-time.ts';
import type { SiteProfile } from './profiles.ts';

/**
 * How something on the floor stands against its time. `late`: its deadline, or the end of the time that the plan of its truck gives its step, has
 * passed. `at_risk`: that time has begun, and the step is not done. (Trade rule of planning: cut-off, latest print and latest insertion are
 * computed backwards from the truck.)
 */
export const standings = ['on_time', 'at_risk', 'late'] as const;
export type Standing = (typeof standings)[number];

/** The last truck whose deposit still counts for a day (J); undefined when none does. */
export function lastPlanOfDay(profile: SiteProfile, calendars: SiteCalendars, day: LocalDate): DepositPlan | undefined {
  const { depositPoint, site } = calendars;
  const limit = instantAt(day, depositPoint.limit, depositPoint.timeZone).getTime();
  const leavesBefore = limit - profile.lead.transportSeconds * 1000;
  const { depositSlots } = profile;
  if (depositSlots.kind === 'every') {
    const step = depositSlots.seconds * 1000;
    const plan = planOfSlot(profile, calendars, new Date(Math.floor((leavesBefore - 1) / step) * step));
    return plan.j === day ? plan : undefined;
  }
  // A truck after the carrier's limit hour counts for its next deposit day: over a long holiday that is some days later.
  for (let back = 0; back < 15; back++) {
    const leaves = addDays(day, -back);
    if (!isWorkingDay(site, leaves)) continue;
    const slots = depositSlots.times.map((time) => instantAt(leaves, time, site.timeZone));
    const plans = slots.map((slot) => planOfSlot(profile, calendars, slot)).filter(({ j }) => j === day);
    const last = plans.sort((a, b) => b.slotAt.getTime() - a.slotAt.getTime())[0];
    if (last !== undefined) return last;
  }
  return undefined;
}

/** The time in the plan of its truck that a step of a lot has: its print, its insertion, its sealing. */
const stepOfLot: Partial<Record<LotState, { from: keyof DepositPlan; until: keyof DepositPlan }>> = {
  planned: { from: 'cutOffAt', until: 'latestPrintAt' },
  assembled: { from: 'cutOffAt', until: 'latestPrintAt' },
  printing: { from: 'cutOffAt', until: 'latestPrintAt' },
  printed: { from: 'latestPrintAt', until: 'latestInsertionAt' },
  inserting: { from: 'latestPrintAt', until: 'latestInsertionAt' },
  reconciling: { from: 'latestInsertionAt', until: 'slotAt' },
};

/** How a lot stands at an instant. @param plan of the last truck of its planned day, when there is one */
export function standingOfLot(
  lot: { state: LotState; deadlineAt: Date | null },
  plan: DepositPlan | undefined,
  now: Date,
): Standing {
  const step = stepOfLot[lot.state];
  if (step === undefined) return 'on_time';
  if (isPast(lot.deadlineAt, now)) return 'late';
  return plan === undefined ? 'on_time' : within(plan[step.from] as Date, plan[step.until] as Date, now);
}

/** How a tray stands: open, it must be sealed before its truck; sealed, it is late once its truck has left without it. */
export function standingOfTray(
  tray: { state: TrayState; deadlineAt: Date | null },
  plan: DepositPlan | undefined,
  now: Date,
): Standing {
  if (tray.state === 'settled') return 'on_time';
  if (isPast(tray.deadlineAt, now)) return 'late';
  return tray.state === 'open' && plan !== undefined ? within(plan.latestInsertionAt, plan.slotAt, now) : 'on_time';
}

/** How what merely waits stands: late past its deadline, at risk in the last quarter of its wait. */
export function standingOfWait(since: Date, deadlineAt: Date | null, now: Date): Standing {
  if (deadlineAt === null) return 'on_time';
  if (isPast(deadlineAt, now)) return 'late';
  const lastQuarter = deadlineAt.getTime() - (deadlineAt.getTime() - since.getTime()) / LAST_PART;
  return now.getTime() >= lastQuarter ? 'at_risk' : 'on_time';
}
/** The part of a wait at whose beginning it is at risk: the last quarter. */
export const LAST_PART = 4;

const isPast = (deadlineAt: Date | null, now: Date): boolean => deadlineAt !== null && deadlineAt <= now;

function within(from: Date, until: Date, now: Date): Standing {
  if (until <= now) return 'late';
  return from <= now ? 'at_risk' : 'on_time';
}
