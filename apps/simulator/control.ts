import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { simulatorFaults, type JournalRecord } from '#contracts/simulator-journal';
import type { Faults } from './faults.ts';
import { floorSeen } from './floor.ts';
import { handMoves, HandMove } from './hands.ts';
import type { Inserted } from './inserted.ts';
import type { Journal } from './journal.ts';
import type { Printed } from './printed.ts';
import type { Received, TrackedItem } from './received.ts';
import type { Knobs } from './settings.ts';
import { suiviReply } from './suivi-answer.ts';

export interface ControlParts {
  journal: Journal;
  journalPath: string;
  printed: Printed;
  inserted: Inserted;
  received: Received;
  faults: Faults;
  knobs: Knobs;
  okapiKey: string | undefined;
}

const rate = z.union([z.literal('infinite'), z.number().positive()]);
const Speed = z.strictObject({
  sheetsPerMinute: rate.optional(),
  envelopesPerHour: rate.optional(),
  acknowledgeAfterMs: z.int().min(0).optional(),
  transitAfterMs: z.int().min(0).optional(),
  deliveredAfterMs: z.int().min(0).optional(),
  acknowledge: z.enum(['whole', 'by_tray']).optional(),
  tracking: z.enum(['both', 'poll', 'file']).optional(),
});
const FaultOrder = z.strictObject({
  site: z.string().nullable().default(null),
  lot: z.union([z.literal('next'), z.int().min(1)]),
  fault: z.enum(simulatorFaults),
  sheets: z.int().min(1).default(3),
  ms: z.int().min(1).nullable().default(null),
  damaged: z.literal(true).optional(),
});
const number = z.coerce.number().int().min(0).optional();
const Gaze = z.object({ site: z.string().optional(), lot: number, tray: number });

/** The knobs and windows of the simulator over HTTP, and the post's tracking. Loopback only: it knows no keys of ours. */
export function controlServer(parts: ControlParts): Server {
  return createServer((request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      const wrong = error instanceof z.ZodError || error instanceof SyntaxError;
      return reply(response, wrong ? 400 : 500, { error: error instanceof Error ? error.message : 'failed' });
    });
  });
}

async function route(parts: ControlParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const tracking = /^\/suivi\/v2\/idships\/([^/]+)$/.exec(url.pathname)?.[1];
  if (request.method === 'GET' && tracking !== undefined) {
    const key = request.headers['x-okapi-key'];
    const known = parts.knobs.tracking === 'file' ? new Map<string, TrackedItem>() : parts.received.numbers;
    const { status, body } = suiviReply(known, decodeURIComponent(tracking), key?.toString(), parts.okapiKey);
    return reply(response, status, body);
  }
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /healthz':
      return reply(response, 200, { ok: true });
    case 'GET /state':
      return reply(response, 200, state(parts));
    case 'GET /journal':
      return sendJournal(parts, Number(url.searchParams.get('from') ?? 1), url.searchParams.has('follow'), response);
    case 'POST /speed':
      Object.assign(parts.knobs, Speed.parse(await bodyOf(request)));
      return reply(response, 200, parts.knobs);
    case 'POST /faults': {
      const order = FaultOrder.parse(await bodyOf(request));
      const [record] = await parts.journal.append({ type: 'fault_set', ...order });
      return reply(response, 201, { set: record?.n, armed: parts.faults.armed });
    }
    case 'GET /floor':
      return reply(response, 200, floorSeen(parts, Gaze.parse(Object.fromEntries(url.searchParams))));
    case 'POST /hands': {
      const answer = await handMoves(parts, HandMove.parse(await bodyOf(request)));
      return reply(response, answer.status, answer.body);
    }
    default:
      return reply(response, 404, { error: 'No such thing here.' });
  }
}

function state({ journal, printed, inserted, received, faults, knobs }: ControlParts): unknown {
  const jobs = [...printed.jobs.values()];
  const current = printed.current;
  return {
    records: journal.length,
    knobs,
    armed: faults.armed,
    printing: current && { name: current.name, jobId: current.jobId, sheetsOut: current.sheetsOut },
    jobs: {
      waiting: jobs.filter((job) => job.state === 'waiting').length,
      ended: jobs.filter((job) => job.endedAt).length,
    },
    lots: [...inserted.lots.values()].map(({ job, ended, lines }) => ({ job, ended, steps: lines.length })),
    deposits: [...received.deposits.values()].map(
      ({ deposit, acceptedAt, items, missing, refused, acknowledgedAt }) => {
        const counts = { items: items.length, missing: missing.length, refused: refused.length };
        return { deposit, acceptedAt, ...counts, acknowledged: acknowledgedAt !== undefined };
      },
    ),
  };
}

/** The journal from record `from` on, as it is on disk; with `follow` also what comes, until the reader leaves. */
async function sendJournal(
  parts: ControlParts,
  from: number,
  follow: boolean,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const held: JournalRecord[] = [];
  let hold = true;
  const send = (record: JournalRecord): void => void response.write(JSON.stringify(record) + '\n');
  // Listening begins before reading, so that nothing falls between the two; what was read meanwhile is not sent twice.
  const leave = follow ? parts.journal.listen((record) => (hold ? held.push(record) : send(record))) : () => undefined;
  response.once('close', leave);
  const upTo = parts.journal.length;
  const lines = createInterface({ input: createReadStream(parts.journalPath), crlfDelay: Infinity });
  for await (const line of lines) {
    const n = Number(/^\{"n":([0-9]+),/.exec(line)?.[1] ?? 0);
    if (n >= from && n <= upTo) response.write(line + '\n');
  }
  held.filter(({ n }) => n > upTo).forEach(send);
  hold = false;
  if (!follow) response.end();
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body) + '\n');
}
