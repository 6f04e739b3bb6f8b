import type { DataSource } from 'typeorm';
import { processId } from '#contracts/processes';
import { recordFacts, type NewFact } from '#database/facts';
import type { Clock } from '#database/ledger';
import { nudgeWorkflow } from '#database/outbox';
import { inScope, siteScope } from '#database/scope';
import type { InserterResults } from '#devices/inserter';
import { printJobHasEnded } from '#devices/printer';
import { MailError } from '#domain/mail-error';
import type { Floor, FloorDevice } from '../../../activities/lot/deps.ts';
import {
  INSERT_ENDED,
  INSERT_RECORDS,
  type InsertEnded,
  type InsertRecords,
} from '../../../activities/lot/insert-facts.ts';
import { machineSource, PRINT_ENDED, type PrintEnded } from '../../../activities/lot/print-facts.ts';

/** Records of the inserter in one fact: a range of fixed bounds, so that reading again tells the same facts. */
const RECORDS_A_FACT = 200;

/** What the watch over machines needs: where lots are, and how to ask the machines that make them. */
export interface MachineWatch extends Floor {
  database: DataSource;
  clock: Clock;
}

interface WatchedLot {
  id: string;
  state: 'printing' | 'inserting';
  job: string;
  machine: FloorDevice;
}

/**
 * Asks the machines of a site about the lots they are making. What they tell becomes facts, with a nudge to the lot's process in the same
 * transaction once its machine has ended. A machine that gives no answer is asked again at the next look; how long that may
 * go on is the lot's own deadline.
 * @returns how many facts were new
 */
export async function watchMachines(watch: MachineWatch, siteId: string): Promise<number> {
  const lots = await inScope(watch.database, siteScope(siteId), (sql) =>
    sql<WatchedLot>(
      `select l.id, l.state, coalesce(l.inserter_job, l.print_job) as job, jsonb_build_object('id', d.id, 'address', d.address, 'settings', d.settings) as machine
       from pli.lots l join pli.devices d on d.id = case l.state when 'printing' then l.printer_id else l.inserter_id end
       where l.site_id = $1 and l.state in ('printing', 'inserting') order by l.number`,
      [siteId],
    ),
  );
  let news = 0;
  const failures: unknown[] = [];
  for (const lot of lots)
    try {
      const words = await (lot.state === 'printing' ? printerWord(watch, lot) : inserterWord(watch, lot));
      news += await told(watch, siteId, lot, words);
    } catch (error) {
      failures.push(error); // the other lots are looked at all the same
    }
  if (failures.length > 0) throw failures[0];
  return news;
}

/** A fact before it is written: who tells it and about which lot follow from the lot. */
type Word = Pick<NewFact, 'sourceId' | 'kind' | 'data' | 'at'> & { ends: boolean };

async function printerWord({ printerFor }: MachineWatch, lot: WatchedLot): Promise<Word[]> {
  const job = await orSilence(printerFor(lot.machine).find(lot.job));
  if (job === undefined || !printJobHasEnded(job.state)) return [];
  const data: PrintEnded = { state: job.state, jobId: job.jobId, sheets: job.sheetsCompleted };
  return [{ sourceId: `${lot.job}/ended`, kind: PRINT_ENDED, data, at: job.at, ends: true }];
}

async function inserterWord({ inserterFor, clock }: MachineWatch, lot: WatchedLot): Promise<Word[]> {
  const results = await orSilence(inserterFor(lot.machine).results(lot.job));
  if (results === undefined) return [];
  const words = fullRanges(results).map((records): Word => {
    const data: InsertRecords = { records };
    const [first, last] = [records[0], records.at(-1)];
    return {
      sourceId: `${lot.job}/records/${first?.sequence}`,
      kind: INSERT_RECORDS,
      data,
      at: new Date(last?.at ?? clock()),
      ends: false,
    };
  });
  if (!results.complete) return words;
  const data: InsertEnded = { records: results.records.length, outsorted: results.outsorted };
  const at = new Date(results.records.at(-1)?.at ?? clock());
  return [...words, { sourceId: `${lot.job}/ended`, kind: INSERT_ENDED, data, at, ends: true }];
}

/** The ranges of records that nothing can be added to any more. */
function fullRanges({ records, complete }: InserterResults): InserterResults['records'][] {
  const ranges = [];
  for (let from = 0; from < records.length; from += RECORDS_A_FACT) {
    const range = records.slice(from, from + RECORDS_A_FACT);
    const unbroken = range.every((record, i) => record.sequence === from + i + 1);
    if (complete || (unbroken && range.length === RECORDS_A_FACT)) ranges.push(range);
  }
  return ranges;
}

async function told(
  { database, clock }: MachineWatch,
  siteId: string,
  lot: WatchedLot,
  words: readonly Word[],
): Promise<number> {
  if (words.length === 0) return 0;
  return inScope(database, siteScope(siteId), async (sql) => {
    const common = { siteId, source: machineSource(lot.machine), subjectId: lot.id, recordedAt: clock() };
    const { size: news } = await recordFacts(
      sql,
      words.map(({ ends: _, ...word }) => ({ ...common, ...word })),
    );
    if (news > 0 && words.some((word) => word.ends)) await nudgeWorkflow(sql, siteId, processId.lot(lot.id), clock());
    return news;
  });
}

/** No answer is no fact. */
async function orSilence<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof MailError && error.retry === 'later') return undefined;
    throw error;
  });
}
