import type { InserterRecord, OutsortedSheet } from '#devices/inserter';
import { factsAbout } from '#database/facts';
import type { Sql } from '#database/scope';

/** What the inserter's cameras read, a range of its records a fact: `<job>/records/<first sequence>`. */
export const INSERT_RECORDS = 'insert.records';
/** The inserter has ended the lot; with what it sorted out: `<job>/ended`. */
export const INSERT_ENDED = 'insert.ended';

export interface InsertRecords {
  records: readonly InserterRecord[];
}
export interface InsertEnded {
  /** How many records there are in all. */
  records: number;
  outsorted: readonly OutsortedSheet[];
}

/** All that the inserter told of a lot, or undefined while it has not ended. */
export async function inserterWord(
  sql: Sql,
  lotId: string,
): Promise<{ records: InserterRecord[]; outsorted: readonly OutsortedSheet[]; endedAt: Date } | undefined> {
  const [ended] = await factsAbout<InsertEnded>(sql, lotId, INSERT_ENDED);
  if (ended === undefined) return undefined;
  const told = await factsAbout<InsertRecords>(sql, lotId, INSERT_RECORDS);
  const records = told.flatMap((fact) => fact.data.records);
  return records.length < ended.data.records
    ? undefined
    : { records, outsorted: ended.data.outsorted, endedAt: ended.at };
}
