import { Injectable } from '@nestjs/common';
import type { EventQuery, EventView } from '#contracts/api/events';
import { eventsAfter } from '#database/feed';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

/** An event as its row holds it. */
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

/** The stream that a caller hears: its account's in its mode, or its site's. */
export const streamOfCaller = ({ caller: { account, mode, site } }: Pick<Call, 'caller'>): string =>
  site === undefined ? `account/${account}/${mode}` : `site/${site}`;

/** The feed of an account in its mode, or of a site. Numbers follow the order of commits, so a reader that goes on from the last number misses nothing. */
@Injectable()
export class EventsService {
  constructor(private readonly ledger: ScopedLedger) {}

  async after(call: Call, { after, limit }: EventQuery): Promise<{ events: EventView[]; next: number }> {
    const events = await this.ledger.read(call, (sql) => eventsAfter(sql, streamOfCaller(call), after, limit));
    return { events, next: events.at(-1)?.number ?? after };
  }
}
