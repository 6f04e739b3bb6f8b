import { depositDay, nextSlot } from './deposit-planning.ts';
import type { SiteCalendars } from './deposit-planning.ts';
import type { LocalDate } from './local-date.ts';
import type { SiteProfile } from './profiles.ts';

/**
 * The slot that a tray sealed at `after` leaves by: the first whose deposit day J is not before the day its lot was planned for
 * (a send date is the planned deposit date; a tray that is ready early waits).
 */
export function slotForTray(profile: SiteProfile, calendars: SiteCalendars, after: Date, notBefore: LocalDate): Date {
  const dayOf = (slot: Date): LocalDate =>
    depositDay(calendars.depositPoint, new Date(slot.getTime() + profile.lead.transportSeconds * 1000));
  let slot = nextSlot(profile.depositSlots, calendars.site, after);
  while (dayOf(slot) < notBefore) {
    // Slots every few seconds: go to the day itself rather than through all the days before it.
    const fromDay = profile.depositSlots.kind === 'every' ? notBefore : undefined;
    slot = nextSlot(profile.depositSlots, calendars.site, slot, fromDay);
  }
  return slot;
}
