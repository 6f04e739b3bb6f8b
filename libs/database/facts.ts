import type { Sql } from './scope.ts';

/** Something a device, a carrier or a person reported. */
export interface NewFact {
  siteId: string;
  /** Who tells it: `machine:<device>`, `carrier:<device>`, `operator`. */
  source: string;
  /** Its name with that source, for ever: telling it twice changes nothing. */
  sourceId: string;
  kind: string;
  subjectId: string;
  data: unknown;
  /** When it happened, by the clock of whoever tells it. */
  at: Date;
  recordedAt: Date;
}

/** Writes facts; those already known stay as they are. @returns the source ids of those that were new */
export async function recordFacts(sql: Sql, facts: readonly NewFact[]): Promise<Set<string>> {
  const rows = facts.map((fact) => ({
    site_id: fact.siteId,
    source: fact.source,
    source_id: fact.sourceId,
    kind: fact.kind,
    subject_id: fact.subjectId,
    data: fact.data,
    at: fact.at,
    recorded_at: fact.recordedAt,
  }));
  const added = await sql<{ source_id: string }>(
    `insert into pli.facts (site_id, source, source_id, kind, subject_id, data, at, recorded_at)
     select site_id, source, source_id, kind, subject_id, data, at, recorded_at
     from jsonb_to_recordset($1) as f(site_id text, source text, source_id text, kind text, subject_id text, data jsonb, at timestamptz, recorded_at timestamptz)
     on conflict do nothing returning source_id`,
    [JSON.stringify(rows)],
  );
  return new Set(added.map((fact) => fact.source_id));
}

export interface Fact<T> {
  data: T;
  at: Date;
}

/** The facts of one kind about a subject, oldest first. */
export async function factsAbout<T>(sql: Sql, subjectId: string, kind: string): Promise<Fact<T>[]> {
  return sql<Fact<T>>(`select data, at from pli.facts where subject_id = $1 and kind = $2 order by id`, [
    subjectId,
    kind,
  ]);
}
