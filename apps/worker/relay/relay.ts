import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { processId } from '#contracts/processes';
import type { Clock } from '#database/ledger';
import { fixedIntakes, gatherIntakes, intakeIsStarted, type FixedIntake } from './gather.ts';
import { Nudges } from './nudge.ts';
import {
  makeLedgerPartitions,
  removeOldRows,
  rowsAreDone,
  waitingLargeOrders,
  waitingNudges,
  waitingStarts,
} from './outbox-rows.ts';
import { SiteNames } from './site-names.ts';
import { startOnce, type Departure } from './start.ts';

/** The outbox is read this often. */
export const RELAY_EVERY_MS = 400;
/** Starts sent at the same time. */
const STARTS_AT_ONCE = 8;
const SWEEP_EVERY_MS = 10 * 60_000;

/**
 * Carries starts and nudges from the outbox to Temporal. A row is done only after Temporal has answered, and every answer may be
 * asked for twice: whoever is killed in between, and however many relays run, each workflow starts once. While Temporal is away
 * orders go on being gathered; they drain when it is back.
 */
export class Relay {
  private sweptAt = 0;
  private readonly nudges: Nudges;
  private readonly names: SiteNames;

  constructor(
    private readonly database: DataSource,
    private readonly client: Client,
    private readonly clock: Clock,
  ) {
    this.nudges = new Nudges(client);
    this.names = new SiteNames(database);
  }

  /** One round: what is due now. A failure leaves its rows for the next round, and lets the others through first. */
  async round(): Promise<void> {
    await gatherIntakes(this.database, this.clock());
    const sent = await Promise.allSettled([
      this.startIntakes(),
      this.startLargeOrders(),
      this.startOthers(),
      this.sendNudges(),
    ]);
    await this.sweep();
    const failed = sent.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async startIntakes(): Promise<void> {
    await this.each(await fixedIntakes(this.database), async (intake) => {
      await startOnce(this.client, await this.departureOf(intake));
      await intakeIsStarted(this.database, intake, this.clock());
    });
  }

  private async departureOf({ siteId, number, letters, orders }: FixedIntake): Promise<Departure> {
    const { code, mode } = await this.names.of(siteId);
    const summary = `Intake ${number} of ${code}: ${letters} letters of ${orders} orders`;
    return {
      process: 'intake',
      workflowId: processId.intake(siteId, number),
      siteId,
      mode,
      summary,
      input: { siteId, number, letters },
    };
  }

  private async startLargeOrders(): Promise<void> {
    await this.each(
      await waitingLargeOrders(this.database),
      async ({ id, site_id: siteId, order_id: orderId, letters }) => {
        const { code, mode } = await this.names.of(siteId);
        const summary = `Order of ${letters} letters at ${code}`;
        await startOnce(this.client, {
          process: 'order',
          workflowId: processId.order(orderId),
          siteId,
          mode,
          summary,
          input: { siteId, orderId, letters },
        });
        await rowsAreDone(this.database, [id], this.clock());
      },
    );
  }

  private async startOthers(): Promise<void> {
    await this.each(
      await waitingStarts(this.database),
      async ({ id, site_id: siteId, process, workflow_id: workflowId, input }) => {
        const site = siteId === null ? undefined : await this.names.of(siteId);
        const mode = input.mode ?? site?.mode;
        await startOnce(this.client, {
          process,
          workflowId,
          ...(siteId !== null && { siteId }),
          ...(mode !== undefined && { mode }),
          summary: input.summary ?? (site === undefined ? process : `${process} of ${site.code}`),
          input,
        });
        await rowsAreDone(this.database, [id], this.clock());
      },
    );
  }

  private async sendNudges(): Promise<void> {
    const now = this.clock();
    await rowsAreDone(this.database, await this.nudges.send(await waitingNudges(this.database), now), now);
  }

  /** Does `work` for all, a few at a time; one that fails does not keep the others waiting. */
  private async each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    const left = [...all];
    const worker = async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift())
        await work(one).catch((error: unknown) => failures.push(error));
    };
    await Promise.all(Array.from({ length: STARTS_AT_ONCE }, worker));
    if (failures.length > 0) throw failures[0];
  }

  private async sweep(): Promise<void> {
    const now = this.clock();
    if (now.getTime() - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = now.getTime();
    await removeOldRows(this.database, now);
    await makeLedgerPartitions(this.database, now);
  }
}
