import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Controller, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { streamQuery, type EventQuery, type StreamQuery } from '#contracts/api/events';
import { MailError } from '#domain/mail-error';
import { Asked } from '../http/call.ts';
import type { Call } from '../http/caller.ts';
import { leaveLine } from '../http/request-line.ts';
import { Route } from '../http/route.ts';
import { EventStreams, type Listener } from './event-streams.ts';

/** Proxies close connections that are silent; some do so after 30 seconds. */
const SIGN_OF_LIFE_MS = 15_000;

/** Who takes nothing for so long has gone without saying so; it comes back with the last number that it has. */
const READ_WITHIN_MS = 60_000;

const description =
  'Server-sent events. Each has the number of the event as its id and the event as its data; comments in between keep the connection open. Go on after a break with Last-Event-ID (or `after`): nothing is skipped. The stream ends when the key is revoked (`event: end` says so) or the server restarts.';
const answer = { status: 200, media: ['text/event-stream'], description: 'Events as they happen' } as const;
const problems = ['too_many_streams', 'event_number_ahead', 'value_invalid'];
const headers = [
  {
    name: 'Last-Event-ID',
    description: 'Number of the last event that you have; a browser gives it by itself when it comes back',
    schema: z.int().min(0),
  },
];

@Controller()
export class EventStreamController {
  constructor(private readonly streams: EventStreams) {}

  @Route('GET', '/v1/events/stream', {
    tag: 'Events',
    summary: 'What happens, as it happens',
    description,
    access: { role: 'customer', scope: 'events:read' },
    answer,
    headers,
    problems,
  })
  async stream(
    @Asked() call: Call,
    @Query({ schema: streamQuery }) query: StreamQuery,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await pass(this.streams, call, query, request, response);
  }

  @Route('GET', '/v1/site/events/stream', {
    tag: 'Print room: events',
    summary: 'What happens in the print room, as it happens',
    description,
    access: { role: 'operator', scope: 'floor:read' },
    answer,
    headers,
    problems,
  })
  async streamOfSite(
    @Asked() call: Call,
    @Query({ schema: streamQuery }) query: StreamQuery,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    await pass(this.streams, call, query, request, response);
  }
}

/** Passes a feed on until its reader has gone, its time is over or the stream is ended. */
async function pass(
  streams: EventStreams,
  call: Call,
  { after, seconds }: StreamQuery,
  request: Request,
  response: Response,
): Promise<void> {
  const listener = await streams.open(call, lastEventId(request) ?? after);
  const left = new AbortController();
  response.once('close', () => left.abort());
  const over = seconds === undefined ? undefined : setTimeout(() => left.abort(), seconds * 1000);
  const life = setInterval(() => response.write(': still here\n\n'), SIGN_OF_LIFE_MS);
  try {
    leaveLine(response);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    response.write('retry: 2000\n\n');
    await write(listener, response, left.signal);
  } catch (error) {
    // The reader has gone, or the database: it comes back with the last number that it has.
    if (!left.signal.aborted) response.destroy(error as Error);
  } finally {
    clearTimeout(over);
    clearInterval(life);
    streams.close(listener);
    response.end();
  }
}

/**
 * Writes what a listener hears, and at the end why it ended.
 * @param left says that the reader has gone
 * @throws when the reader takes nothing for too long, or the database does not answer
 */
export async function write(listener: Listener, response: Writable, left: AbortSignal): Promise<void> {
  for (let events = await listener.next(left); events !== undefined; events = await listener.next(left)) {
    const text = events.map((event) => `id: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`).join('');
    // Who reads slowly is written to slowly: nothing piles up here.
    if (!response.write(text) && !left.aborted)
      await once(response, 'drain', { signal: AbortSignal.any([left, AbortSignal.timeout(READ_WITHIN_MS)]) });
  }
  if (listener.ended instanceof MailError) {
    const { code, message: detail } = listener.ended;
    response.write(`event: end\ndata: ${JSON.stringify({ code, detail })}\n\n`);
  }
}

/** The number that a reader gives when it comes back (HTML standard, "Server-sent events"). */
function lastEventId(request: Request): EventQuery['after'] | undefined {
  const given = request.headers['last-event-id'];
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string' || !/^\d{1,15}$/.test(given))
    throw new MailError('value_invalid', 'Last-Event-ID is the number of the last event that you have.');
  return Number(given);
}
