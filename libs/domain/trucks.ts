import { nextSlot, planOfSlot, type DepositPlan, type SiteCalendars } from './deposit-planning.ts';
import type { SiteProfile } from './profiles.ts';

/** The plans of the next trucks after an instant, the first first. */
export function nextTrucks(profile: SiteProfile, calendars: SiteCalendars, now: Date, many: number): DepositPlan[] {
  const trucks: DepositPlan[] = [];
  for (let after = now; trucks.length < many; after = trucks.at(-1)?.slotAt ?? after)
    trucks.push(planOfSlot(profile, calendars, nextSlot(profile.depositSlots, calendars.site, after)));
  return trucks;
}

/** The first cut-off after an instant: lots for its truck form at the latest then. */
export function nextCutOff(profile: SiteProfile, calendars: SiteCalendars, now: Date): Date {
  for (let after = now; ;) {
    const [truck] = nextTrucks(profile, calendars, after, 1);
    if (truck === undefined || truck.cutOffAt > now) return truck?.cutOffAt ?? now;
    after = truck.slotAt;
  }
}
