import type pg from 'pg';
import { eventHash } from '#database/event-hash';
import { streamOf, subjects, type Subject } from '#database/subjects';
import type { SeedRow, Tables } from './tables.ts';

interface Head {
  account_id: string | null;
  site_id: string | null;
  mode: string | null;
  last_number: number;
  last_hash: Buffer;
}

/** Tells of seeded rows as the house's ledger does: numbered and chained by hash behind what its streams hold already. */
export class SeededLedger {
  private constructor(
    private readonly tables: Tables,
    private readonly heads: Map<string, Head>,
  ) {}

  /** Locks the streams until the transaction ends: whoever tells of something meanwhile waits. */
  static async open(client: pg.Client, tables: Tables): Promise<SeededLedger> {
    const { rows } = await client.query<Head & { id: string; last_number: string | number }>(
      `select id, account_id, site_id, mode, last_number, last_hash from pli.streams order by id for update`,
    );
    return new SeededLedger(
      tables,
      new Map(rows.map(({ id, ...head }) => [id, { ...head, last_number: Number(head.last_number) }])),
    );
  }

  /**
   * Stores a row and tells of it in steps: each names what its event sets. The first tells all that no later step names as well; together they
   * must come to the row.
   */
  enter(subject: Subject, row: SeedRow, steps: readonly { type: string; at: Date; set: SeedRow }[]): void {
    const { table, unfolded } = subjects[subject];
    this.tables.add(table, row);
    const later = new Set(steps.slice(1).flatMap(({ set }) => Object.keys(set)));
    const first = Object.entries(row).filter(([name, value]) => value !== null && !later.has(name));
    steps.forEach(({ type, at, set }, i) =>
      this.tell(subject, row, type, at, plainOf(i === 0 ? { ...Object.fromEntries(first), ...set } : set, unfolded)),
    );
  }

  private tell(subject: Subject, row: SeedRow, type: string, at: Date, set: SeedRow): void {
    const stream = streamOf(subject, row as { account_id?: string; site_id?: string; mode?: string });
    const head = this.heads.get(stream);
    if (head === undefined) throw new Error(`There is no stream ${stream}.`);
    const { account_id, site_id, mode, last_hash: previous } = head;
    const event = {
      ...{ stream, number: head.last_number + 1, subject, subject_id: String(row.id), type, at, recorded_at: at },
      ...{ actor: 'seed', cause: {}, data: { set } },
    };
    const hash = eventHash(previous, event);
    this.tables.add('events', { ...event, account_id, site_id, mode, previous_hash: previous, hash });
    head.last_number = event.number;
    head.last_hash = hash;
  }

  /** Puts the heads of the streams where their last events are. */
  async close(client: pg.Client): Promise<void> {
    for (const [id, { last_number, last_hash }] of this.heads)
      await client.query(`update pli.streams set last_number = $2, last_hash = $3 where id = $1`, [
        id,
        last_number,
        last_hash,
      ]);
  }
}

/** A row as an event holds it: plain JSON, without what is never told. */
function plainOf(row: SeedRow, unfolded: readonly string[]): SeedRow {
  const plain: SeedRow = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined || unfolded.includes(name)) continue;
    plain[name] =
      value instanceof Date ? value.toISOString() : Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
  }
  return plain;
}
