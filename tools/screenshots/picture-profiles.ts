import { frenchPrintRoomProfile } from '#domain/site-profiles';
import type { SiteProfile } from '#domain/profiles';
import { dayProfile } from '../demonstration/day.ts';

const { deadlines, tracking, erase } = frenchPrintRoomProfile;

/** The morning: a truck a minute, so that letters leave while one waits; whatever a person has to see to may wait as long as in a real print room. */
export const morning: SiteProfile = {
  ...dayProfile,
  lots: { ...dayProfile.lots, maxWaitSeconds: 15 },
  deadlines,
  tracking: { ...tracking, pollSeconds: 5 },
  erase,
};

/** From then on the print room has its usual trucks, and what comes in waits for them. */
export const afternoon: SiteProfile = { ...frenchPrintRoomProfile, tracking: morning.tracking };
