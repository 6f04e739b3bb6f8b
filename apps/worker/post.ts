import { fileCarrier } from '#carriers/file-carrier';
import { suiviTracking } from '#carriers/suivi-tracking';
import { z } from 'zod';
import type { DepositDeps } from '../../activities/deposit/deps.ts';
import type { TrackingDeps } from '../../activities/tracking/index.ts';

/** What a carrier's device row may say of its tracking service (La Poste Suivi v2). */
const trackingSettings = z.object({ trackingUrl: z.url().optional(), trackingKey: z.string().default('') });

/** Carriers as their device rows say: the address is the folder of manifests and acknowledgements, the settings tell of tracking. */
export const post: Pick<DepositDeps, 'carrierFor'> & Pick<TrackingDeps, 'trackingFor'> = {
  carrierFor: ({ address }) => fileCarrier(address),
  trackingFor: ({ settings }) => {
    const { trackingUrl, trackingKey } = trackingSettings.parse(settings);
    return trackingUrl === undefined ? undefined : suiviTracking({ baseUrl: trackingUrl, key: trackingKey });
  },
};
