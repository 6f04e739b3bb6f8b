import { acknowledgementActivities } from './acknowledge.ts';
import { closeDepositActivities } from './close-deposit.ts';
import type { DepositDeps } from './deps.ts';
import { differenceActivities } from './differences.ts';
import { handOffActivities } from './hand-off.ts';
import { slipActivities } from './slip.ts';

/** All that the deposit process does outside itself. */
export const depositActivities = (deps: DepositDeps) => ({
  ...closeDepositActivities(deps),
  ...slipActivities(deps),
  ...handOffActivities(deps),
  ...acknowledgementActivities(deps),
  ...differenceActivities(deps),
});
export type DepositActivities = ReturnType<typeof depositActivities>;
