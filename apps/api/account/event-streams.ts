import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { EventView } from '#contracts/api/events';
import { eventsAfter } from '#database/feed';
import type { Clock } from '#database/ledger';
import { inScope } from '#database/scope';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import type { Log } from '../http/log.ts';
import { CLOCK, DATABASE, LOG, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { streamOfCaller } from './events.service.ts';

/** How often the heads of the streams that somebody listens to are asked for: one question for all listeners of this process. */
const LOOK_EVERY_MS = 250;
/** Revoked keys are looked for with every so many looks: a stream ends within two seconds. */
const LOOKS_BETWEEN_KEYS = 8;
const EVENTS_AT_ONCE = 500;

/** One feed that somebody listens to. */
interface Feed {
  name: string;
  head: number;
  listeners: Set<Listener>;
  /** Pages read since the head moved, by who sees them and the number they follow: listeners that stand at the same place share one. */
  pages: Map<string, Promise<EventView[]>>;
}

/** Whoever reads a feed as it grows. */
export class Listener {
  private wake: () => void = () => undefined;
  private gone: MailError | 'stopping' | undefined;

  constructor(
    readonly call: Call,
    private readonly feed: Feed,
    private at: number,
    private readonly read: (after: number) => Promise<EventView[]>,
  ) {}

  /** The next events, as soon as there are any; undefined when the stream ends or `signal` says so. */
  async next(signal: AbortSignal): Promise<EventView[] | undefined> {
    for (;;) {
      if (this.gone !== undefined || signal.aborted) return undefined;
      if (this.feed.head > this.at) {
        const { head } = this.feed;
        const events = await this.read(this.at);
        const last = events.at(-1)?.number ?? this.at;
        // Who is shown a part of the feed alone has passed the rest over.
        this.at = events.length < EVENTS_AT_ONCE ? Math.max(last, head) : last;
        if (events.length > 0) return events;
      }
      const woken = new Promise<void>((resolve) => (this.wake = resolve));
      const { wake } = this;
      // A stream waits as often as there are events: what listens for the end of the reader goes with each wait.
      signal.addEventListener('abort', wake, { once: true });
      if (this.gone !== undefined || signal.aborted || this.feed.head > this.at) wake();
      await woken;
      signal.removeEventListener('abort', wake);
    }
  }

  /** Why the stream ended, when it was ended from here. */
  get ended(): MailError | 'stopping' | undefined {
    return this.gone;
  }

  look(): void {
    this.wake();
  }

  end(why: MailError | 'stopping'): void {
    this.gone ??= why;
    this.wake();
  }
}

/**
 * The listeners of this process. Their feeds are watched by one look every quarter of a second, whatever their number; a page that several
 * want is read once, in the scope of the first who asks.
 */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly feeds = new Map<string, Feed>();
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;
  private stopping = false;
  private failing = false;

  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens the feed of a caller.
   * @param after the number that the caller has; from now on when undefined
   * @throws MailError `too_many_streams` (later), `event_number_ahead`
   */
  async open(call: Call, after: number | undefined): Promise<Listener> {
    this.leaveRoom(call.caller.keyId);
    const name = streamOfCaller(call);
    const head = await this.headOf(name);
    if (after !== undefined && after > head)
      throw new MailError(
        'event_number_ahead',
        `The feed ends at number ${head}: nothing can follow a later one. Give a number that you have received.`,
      );
    this.leaveRoom(call.caller.keyId);
    const feed = this.feeds.get(name) ?? { name, head, listeners: new Set(), pages: new Map() };
    this.feeds.set(name, feed);
    if (head > feed.head) move(feed, head);
    const listener = new Listener(call, feed, after ?? head, (from) => this.page(feed, call, from));
    feed.listeners.add(listener);
    if (this.stopping) listener.end('stopping');
    this.timer ??= setTimeout(() => void this.look(), LOOK_EVERY_MS);
    return listener;
  }

  close(listener: Listener): void {
    for (const feed of this.feeds.values())
      if (feed.listeners.delete(listener) && feed.listeners.size === 0) this.feeds.delete(feed.name);
  }

  /** Ends all streams, so that the process can; their readers come back with the last number they have. */
  beforeApplicationShutdown(): void {
    this.endAll();
  }

  endAll(): void {
    this.stopping = true;
    clearTimeout(this.timer);
    for (const listener of this.listeners()) listener.end('stopping');
  }

  private listeners(): Listener[] {
    return [...this.feeds.values()].flatMap(({ listeners }) => [...listeners]);
  }

  private leaveRoom(keyId: string): void {
    const all = this.listeners();
    const { API_STREAMS: most, API_STREAMS_A_KEY: mostAKey } = this.settings;
    if (all.filter(({ call }) => call.caller.keyId === keyId).length >= mostAKey)
      throw new MailError(
        'too_many_streams',
        `This key has ${mostAKey} event streams open. Close one, or share one among your programs.`,
        'later',
      );
    if (all.length >= most)
      throw new MailError('too_many_streams', 'This process has no room for another event stream.', 'later');
  }

  private page(feed: Feed, call: Call, after: number): Promise<EventView[]> {
    const { scope } = call.caller;
    const name = `${scope.role === 'pli_account' && scope.own ? scope.person : ''} ${after}`;
    const known = feed.pages.get(name);
    if (known !== undefined) return known;
    const page = inScope(this.database, scope, (sql) => eventsAfter(sql, feed.name, after, EVENTS_AT_ONCE));
    feed.pages.set(name, page);
    // Whoever lags behind reads alone, and its pages are of no use to others.
    const forget = () => void (feed.pages.get(name) === page && feed.pages.delete(name));
    page.catch(forget);
    if (feed.pages.size > 8) forget();
    return page;
  }

  private async look(): Promise<void> {
    try {
      await this.lookAtHeads();
      if (this.looks++ % LOOKS_BETWEEN_KEYS === 0) await this.lookAtKeys();
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.log.warn('event streams stand still: the database does not answer', { error });
      this.failing = true;
    } finally {
      this.timer =
        this.stopping || this.feeds.size === 0 ? undefined : setTimeout(() => void this.look(), LOOK_EVERY_MS);
    }
  }

  private async headOf(name: string): Promise<number> {
    const [row] = await this.heads([name]);
    return row?.last_number ?? 0;
  }

  /** Numbers alone, of streams whose readers were let in. */
  private heads(names: string[]): Promise<{ id: string; last_number: number }[]> {
    return inScope(this.database, { role: 'pli_audit' }, (sql) =>
      sql(`select id, last_number from pli.streams where id = any($1)`, [names]),
    );
  }

  private async lookAtHeads(): Promise<void> {
    for (const { id, last_number: head } of await this.heads([...this.feeds.keys()])) {
      const feed = this.feeds.get(id);
      if (feed !== undefined && head > feed.head) move(feed, head);
    }
  }

  private async lookAtKeys(): Promise<void> {
    const ids = [...new Set(this.listeners().map(({ call }) => call.caller.keyId))];
    const rows = await inScope(this.database, { role: 'pli_audit' }, (sql) =>
      sql<{ id: string; desk: string | null }>(
        `select id, null as desk from pli.api_keys where id = any($1) and revoked_at is null
         union all select s.id, concat_ws(' ', m.account_id, s.mode, m.site_id, array_to_string(m.scopes, ',')) from pli.sessions s
           join pli.persons p on p.id = s.person_id and p.state = 'active'
           join pli.memberships m on m.id = s.membership_id and m.state = 'active' and (m.kind <> 'account' or s.mode = any(m.modes))
           where s.id = any($1) and s.expires_at > $2`,
        [ids, this.clock()],
      ),
    );
    const good = new Map(rows.map(({ id, desk }) => [id, desk]));
    for (const listener of this.listeners()) {
      const { keyId, person, account, mode, site, scopes } = listener.call.caller;
      if (person === undefined && !good.has(keyId))
        listener.end(new MailError('key_unknown', 'The key of this stream was revoked.'));
      // Whoever has left the desk, or whose rights there are others now, comes back and is judged anew.
      const desk = [account, mode, site, scopes.join(',')].filter((part) => part !== undefined).join(' ');
      if (person !== undefined && good.get(keyId) !== desk)
        listener.end(new MailError('session_ended', 'The session of this stream is over, or at another desk.'));
    }
  }
}

function move(feed: Feed, head: number): void {
  feed.head = head;
  feed.pages.clear();
  for (const listener of feed.listeners) listener.look();
}
