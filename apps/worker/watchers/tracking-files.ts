import { ZodError } from 'zod';
import { trackingFiles, type TrackingFiles } from '#carriers/tracking-files';
import { recordFacts } from '#database/facts';
import { inScope, siteScope, type Sql } from '#database/scope';
import { recordTrackedFile } from '../../../activities/tracking/by-file.ts';
import type { Look } from './rounds.ts';
import { watchRecords, type Watch } from './watch-records.ts';

/** The kind of fact that a tracking file was taken in. */
const TRACKING_FILE = 'tracking.file';

export interface TrackingFileWatch extends Watch {
  filesOf?: (folder: string) => TrackingFiles;
}

/**
 * Looks for files in which carriers tell of tracked items unasked. Each file is taken in once for each site: its events become the same facts as
 * the poller's, of the site's own items; then the file itself is a fact. A file taken in halfway is taken in again.
 */
export function watchTrackingFiles(watch: TrackingFileWatch): Look {
  // Saves asking the database about old files at each look; who takes over the watch asks once.
  const known = new Map<string, Set<string>>();

  return async (siteId) => {
    const carriers = await inScope(watch.database, siteScope(siteId), (sql) =>
      sql<{ id: string; address: string }>(
        `select id, address from pli.devices where site_id = $1 and kind = 'carrier' order by id`,
        [siteId],
      ),
    );
    const failures: unknown[] = [];
    for (const carrier of carriers) {
      const files = (watch.filesOf ?? trackingFiles)(carrier.address);
      const taken = known.get(carrier.id) ?? new Set();
      known.set(carrier.id, taken);
      const names = (await files.list()).filter((name) => !taken.has(name));
      if (names.length === 0) continue;
      for (const name of await inScope(watch.database, siteScope(siteId), (sql) => takenBefore(sql, carrier.id, names)))
        taken.add(name);
      for (const name of names.filter((each) => !taken.has(each)))
        try {
          if (await takeIn(watch, siteId, carrier.id, files, name)) taken.add(name);
        } catch (error) {
          failures.push(error); // one file that is not understood does not keep the others waiting
          if (notUnderstood(error)) taken.add(name); // nor is it told of at each look: it will not change
        }
    }
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  };
}

const notUnderstood = (error: unknown): boolean => error instanceof ZodError || error instanceof SyntaxError;

async function takenBefore(sql: Sql, carrierId: string, names: readonly string[]): Promise<string[]> {
  const facts = await sql<{ source_id: string }>(
    `select source_id from pli.facts where source = $1 and source_id = any($2)`,
    [`carrier:${carrierId}`, names.map(factId)],
  );
  const ids = new Set(facts.map((fact) => fact.source_id));
  return names.filter((name) => ids.has(factId(name)));
}

const factId = (name: string): string => `tracking/${name}`;

/** Answers false while the file is half written. */
async function takeIn(
  watch: TrackingFileWatch,
  siteId: string,
  carrierId: string,
  files: TrackingFiles,
  name: string,
): Promise<boolean> {
  const events = await files.read(name);
  if (events === undefined) return false;
  const own = await recordTrackedFile(watchRecords(watch), siteId, carrierId, events);
  const now = watch.clock();
  const fact = { siteId, source: `carrier:${carrierId}`, sourceId: factId(name), kind: TRACKING_FILE };
  await inScope(watch.database, siteScope(siteId), (sql) =>
    recordFacts(sql, [
      { ...fact, subjectId: carrierId, data: { events: events.length, own }, at: now, recordedAt: now },
    ]),
  );
  return true;
}
