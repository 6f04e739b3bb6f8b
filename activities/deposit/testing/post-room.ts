import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { fileCarrier } from '#carriers/file-carrier';
import type { Tracked } from '#carriers/tracking';
import type { Acknowledgement } from '#contracts/acknowledgement';
import { acknowledgementFile, acknowledgementName } from '#contracts/machines/carrier-files';
import { hotFolder } from '#devices/hot-folder';
import type { TestDatabase } from '#database/testing/clone-database';
import { watchCarriers } from '../../../apps/worker/watchers/carriers.ts';
import { recordsOf } from '../../records.ts';
import { trackingActivities } from '../../tracking/index.ts';
import { acknowledgementActivities } from '../acknowledge.ts';
import { closeDepositActivities } from '../close-deposit.ts';
import { differenceActivities } from '../differences.ts';
import { handOffActivities } from '../hand-off.ts';
import { sealedDeposit, type SealedDeposit } from './sealed-deposit.ts';

/** A carrier's folder of its own. */
export const carrierFolder = () => mkdtemp(join(tmpdir(), 'pli-carrier-'));

/** The steps of a deposit and its carrier's word, on a real database and real files, at the hour of `clock`. */
export function postRoom(db: TestDatabase, clock: () => Date) {
  const records = recordsOf(db.worker, clock, 'bundle');
  const carrierFor = (device: { address: string }) => fileCarrier(device.address);
  const deps = { records, carrierFor };
  const steps = {
    ...closeDepositActivities(deps),
    ...handOffActivities(deps),
    ...acknowledgementActivities(deps),
    ...differenceActivities(deps),
  };
  const inside =
    <A extends unknown[], R>(step: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      new MockActivityEnvironment().run(step, ...args) as Promise<R>;
  const room = Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [name, inside(step as never)]),
  ) as unknown as typeof steps;

  /** The watch over carriers takes one look. */
  const look = (siteId: string) => watchCarriers({ database: db.worker, clock, bundle: 'bundle', carrierFor }, siteId);

  /** Everything up to the truck leaving the yard. */
  const leaves = async (d: SealedDeposit): Promise<void> => {
    await room.closeDeposit(d.site.id, d.depositId);
    await room.announceDeposit(d.site.id, d.depositId);
    await room.handOver(d.site.id, d.depositId);
    await room.recordHandOff(d.site.id, d.depositId, clock().toISOString());
  };

  return {
    ...room,
    look,
    leaves,

    /** A deposit of letters that has left, to a carrier with a folder of its own. */
    async left(letters: number, registered = false): Promise<SealedDeposit> {
      const d = await sealedDeposit(db, await carrierFolder(), letters, registered);
      await leaves(d);
      return d;
    },

    /** The carrier writes a part of its answer, and the watch looks. `found` is what it counted: all that it does not name, unless told. */
    async carrierSays(d: SealedDeposit, word: Partial<Acknowledgement>): Promise<number> {
      await writePart(d, clock(), word);
      return look(d.site.id);
    },

    /** What tracking answers when it is asked about the letters now. */
    async trackingSays(d: SealedDeposit, answers: readonly Tracked[]): Promise<void> {
      const tracking = trackingActivities({ records, trackingFor: () => ({ track: async () => [...answers] }) });
      await new MockActivityEnvironment().run(tracking.pollDueLetters, d.site.id);
    },
  };
}

/** Writes a part of the carrier's answer into its folder. */
export async function writePart(d: SealedDeposit, at: Date, word: Partial<Acknowledgement>): Promise<void> {
  const { missing = [], refused = [], undeclared = [], foundLate = [], ...header } = word;
  const named = missing.length + refused.length;
  const all = header.supplement ? foundLate.length : d.windowCodes.length - named;
  const content = acknowledgementFile.write({
    header: {
      deposit: d.name,
      part: 1,
      last: true,
      acceptedAt: at.toISOString(),
      ...header,
      found: [...(header.found ?? [{ product: 'priority', band: '20', count: all }])],
    },
    lines: [
      ...missing.map((item) => ({ kind: 'missing' as const, ...item })),
      ...refused.map((item) => ({ kind: 'refused' as const, ...item })),
      ...undeclared.map((item) => ({ kind: 'undeclared' as const, ...item })),
      ...foundLate.map((item) => ({ kind: 'found' as const, ...item })),
    ],
  });
  await hotFolder(join(d.folder, 'acknowledged')).put(acknowledgementName(d.name, header.part ?? 1), content);
}
