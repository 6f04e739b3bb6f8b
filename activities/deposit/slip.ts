import type { DepositDeps } from './deps.ts';

export const slipActivities = (_deps: Pick<DepositDeps, 'records' | 'blobs'>) => ({
  /** Writes the deposit slip. */
  async writeSlip(_siteId: string, _depositId: string): Promise<void> {},
});
