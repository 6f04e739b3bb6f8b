import type { Sql } from '../scope.ts';

/**
 * What may be wrong. lost: promised to the client and neither ended nor open with a deadline · duplicated: paper made or accepted
 * twice · unexpected: in the journal, unknown to us · stuck: waits past its deadline, or without one · mismatched: two witnesses, or a
 * row and the ledger, say different things.
 */
export const findingKinds = ['lost', 'duplicated', 'unexpected', 'stuck', 'mismatched'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  kind: FindingKind;
  /** The part of the checker that found it. */
  part: string;
  /** Id, window code or stream: never personal data. */
  subject: string;
  text: string;
}

export interface Report extends Record<FindingKind, number> {
  /** Letters that were submitted. */
  letters: number;
  /** Events whose chain was verified. */
  events: number;
  /** Witnesses that were not heard, each with why. A zero without its witness proves less. */
  missingWitnesses: string[];
  /** The first of each kind and part; the counts count all. */
  findings: Finding[];
}

const SHOWN_OF_A_PART = 50;

/** Collects what the parts find: counts all, keeps the first few of each part, so that memory stays flat. */
export class Findings {
  readonly report: Report = {
    letters: 0,
    lost: 0,
    duplicated: 0,
    unexpected: 0,
    stuck: 0,
    mismatched: 0,
    events: 0,
    missingWitnesses: [],
    findings: [],
  };
  readonly #shown = new Map<string, number>();

  add(kind: FindingKind, part: string, subject: string, text: string, count = 1): void {
    this.report[kind] += count;
    const shown = this.#shown.get(`${kind} ${part}`) ?? 0;
    if (shown < SHOWN_OF_A_PART) this.report.findings.push({ kind, part, subject, text });
    this.#shown.set(`${kind} ${part}`, shown + 1);
  }

  /** Adds what a query finds; it gives a `subject` and a `text` a row. Only the first rows leave the database. */
  async addFrom(sql: Sql, kind: FindingKind, part: string, query: string, parameters: unknown[] = []): Promise<void> {
    const rows = await sql<{ subject: string; text: string; total: number }>(
      `select f.subject, f.text, count(*) over () as total from (${query}) f limit ${SHOWN_OF_A_PART}`,
      parameters,
    );
    for (const [i, row] of rows.entries())
      this.add(kind, part, row.subject, row.text, i === 0 ? row.total - rows.length + 1 : 1);
  }
}
