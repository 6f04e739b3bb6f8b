import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';
import { TypedSearchAttributes, type SearchAttributePair } from '@temporalio/common';
import type { DataSource } from 'typeorm';
import { attributePairs } from '#contracts/mail-attributes';
import { processId, queues } from '#contracts/processes';
import { VirusScanProbe } from '#documents/clamd';
import { startFaults } from '#domain/live-mode';
import { MailError } from '#domain/mail-error';
import type { SiteProfile } from '#domain/profiles';
import { inScope, siteScope } from '#database/scope';
import { siteProfileAt } from '#database/site-profile';
import { ANSWER_WITHIN_MS } from './start.ts';
import { SiteNames } from './site-names.ts';

/** A new site, or a new profile of one, is seen within this. */
export const SCHEDULES_EVERY_MS = 5_000;

const schedules = ['formLots', 'pollTracking', 'erase'] as const;
type ScheduleName = (typeof schedules)[number];

/** Between two runs, in seconds: as often as the site's own times ask for, within what a server bears. */
const everySeconds: Record<ScheduleName, (profile: SiteProfile) => number> = {
  formLots: ({ lots }) => within(5, lots.maxWaitSeconds / 4, 60),
  pollTracking: ({ tracking }) => within(15, tracking.pollSeconds, 600),
  erase: ({ erase }) => within(15, erase.hours * 3600, 600),
};
const words: Record<ScheduleName, string> = { formLots: 'Form lots', pollTracking: 'Poll tracking', erase: 'Erase' };

const within = (least: number, wished: number, most: number) => Math.round(Math.min(most, Math.max(least, wished)));

/** Keeps the three schedules of every site as its profile says. What is there already is left as it is. */
export class Schedules {
  /** By site and schedule: the interval that the server is known to have. */
  private readonly known = new Map<string, number>();
  private readonly names: SiteNames;

  constructor(
    private readonly database: DataSource,
    private readonly client: Client,
    /** Live sites ask for one. */
    private readonly virusScan = new VirusScanProbe(undefined),
  ) {
    this.names = new SiteNames(database);
  }

  /** Makes what is missing and changes what a new profile changed; a site without a profile yet is looked at again. */
  async ensure(now: Date): Promise<void> {
    for (const siteId of await this.sites()) {
      const profile = await this.profileOf(siteId, now);
      if (profile === undefined || !(await this.mayStart(siteId))) continue;
      for (const name of schedules) await this.ensureOne(name, siteId, everySeconds[name](profile));
    }
  }

  /** A live site starts with real machines and a virus scanner that answers; it is looked at again until it may. */
  private async mayStart(siteId: string): Promise<boolean> {
    const site = await this.names.of(siteId);
    if (site.mode === 'test') return true;
    const devices = await inScope(this.database, siteScope(siteId), (sql) =>
      sql<{ name: string; simulated: boolean }>(`select name, simulated from pli.devices where retired_at is null`),
    );
    return startFaults(site, devices, await this.virusScan.scanner()).length === 0;
  }

  private async ensureOne(name: ScheduleName, siteId: string, seconds: number): Promise<void> {
    const scheduleId = processId.schedule(name, siteId);
    if (this.known.get(scheduleId) === seconds) return;
    const options = await this.options(name, siteId, seconds);
    await this.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, async () => {
      try {
        await this.client.schedule.create(options);
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await this.client.schedule.getHandle(scheduleId).update((there) => ({ ...there, spec: options.spec }));
      }
    });
    this.known.set(scheduleId, seconds);
  }

  private async options(name: ScheduleName, siteId: string, seconds: number): Promise<ScheduleOptions> {
    const { code, mode } = await this.names.of(siteId);
    const typedSearchAttributes = new TypedSearchAttributes(
      attributePairs({ subject: siteId, site: siteId, mode }) as SearchAttributePair[],
    );
    const scheduleId = processId.schedule(name, siteId);
    return {
      scheduleId,
      spec: { intervals: [{ every: `${seconds}s` }] },
      // A run that is still busy does what the next would have done.
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: name,
        workflowId: scheduleId,
        taskQueue: queues.records.taskQueue,
        args: [{ siteId }],
        staticSummary: `${words[name]} of ${code}`,
        typedSearchAttributes,
      },
      typedSearchAttributes,
    };
  }

  /** Each site has a stream: that is how the relay, which sees no site, knows of them. */
  private async sites(): Promise<string[]> {
    const rows = await inScope(this.database, { role: 'pli_relay' }, (sql) =>
      sql<{ site_id: string }>(`select site_id from pli.streams where id = 'site/' || site_id order by id`),
    );
    return rows.map((row) => row.site_id);
  }

  private async profileOf(siteId: string, now: Date): Promise<SiteProfile | undefined> {
    try {
      return await inScope(this.database, siteScope(siteId), (sql) => siteProfileAt(sql, siteId, now));
    } catch (error) {
      if (error instanceof MailError && error.code === 'profile_not_valid') return undefined;
      throw error;
    }
  }
}
