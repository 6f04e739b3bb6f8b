import { demonstrationProfile } from '#domain/site-profiles';
import type { SiteProfile } from '#domain/profiles';

/**
 * How the demonstration's print room works on its day: a truck each minute, lots of up to 180 pieces. What the customers send at once is one
 * lot a class, and one deposit under each contract with the carrier.
 */
export const dayProfile: SiteProfile = {
  ...demonstrationProfile,
  lots: { ...demonstrationProfile.lots, maxPieces: 180, maxWaitSeconds: 20 },
  depositSlots: { kind: 'every', seconds: 60 },
};
