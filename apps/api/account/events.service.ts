import { Injectable } from '@nestjs/common';
import type { EventQuery, EventView } from '#contracts/api/events';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

export interface EventRow {
  number: number;
  type: string;
  subject: string;
  subject_id: string;
  at: Date;
  recorded_at: Date;
  data: { set?: { state?: string; reason_code?: string | null }; reason?: string };
  hash: Buffer;
}

/** The feed of an account in its mode, or of a site. Numbers follow the order of commits, so a reader that goes on from the last number misses nothing. */
@Injectable()
export class EventsService {
  constructor(private readonly ledger: ScopedLedger) {}

  async after(call: Call, { after, limit }: EventQuery): Promise<{ events: EventView[]; next: number }> {
    const { account, mode, site } = call.caller;
    const stream = site === undefined ? `account/${account}/${mode}` : `site/${site}`;
    const rows = await this.ledger.read(call, (sql) =>
      sql<EventRow>(
        `select number, type, subject, subject_id, at, recorded_at, data, hash from pli.events
         where stream = $1 and number > $2 order by number limit $3`,
        [stream, after, limit],
      ),
    );
    return { events: rows.map(eventView), next: rows.at(-1)?.number ?? after };
  }
}

const eventView = (row: EventRow): EventView => ({
  number: row.number,
  type: row.type,
  subject: row.subject,
  subjectId: row.subject_id,
  state: row.data.set?.state ?? null,
  reason: row.data.set?.reason_code ?? row.data.reason ?? null,
  at: row.at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  hash: row.hash.toString('hex'),
});
