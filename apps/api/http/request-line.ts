import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import { MailError } from '#domain/mail-error';
import type { CalledRequest } from './call.ts';
import type { Log } from './log.ts';

/** Identifiers that cannot be a name: a UUID or 32 hex digits. The ledger keeps the request id, so no other text is taken over. */
const traceId = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** Counts the requests in work, so that more than a process can serve in a second are told to come back. */
export class InFlight {
  private now = 0;
  stopping = false;
  constructor(private readonly most: number) {}

  /** Names each request, writes its log line when it is answered, and refuses what is too much. */
  middleware(log: Log) {
    return (request: CalledRequest, response: Response & { problemCode?: string }, next: NextFunction): void => {
      const given = request.headers['x-request-id'];
      request.requestId = typeof given === 'string' && traceId.test(given) ? given : randomUUID();
      response.setHeader('x-request-id', request.requestId);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      // So that clients with open connections go elsewhere while this process ends.
      if (this.stopping) response.setHeader('Connection', 'close');
      const from = performance.now();
      this.now += 1;
      response.once('finish', () => dropRest(request));
      onceLeft(response, () => (this.now -= 1));
      response.once('close', () => {
        log.info('answered', factsOf(request, response, performance.now() - from));
      });
      next(
        this.now > this.most
          ? new MailError('busy', 'Too many requests are in work. Try again after Retry-After.', 'later')
          : undefined,
      );
    };
  }
}

/** So long may a caller go on sending what was refused already, in milliseconds: it reads our answer once it has sent all. */
const REST_MS = 30_000;

/** Reads what is left of a body that was answered before its end, for a while, then cuts the connection. */
function dropRest(request: CalledRequest): void {
  // A small body has come whole, read or not: the connection is the next request's.
  if (request.complete || request.destroyed) return;
  const cut = setTimeout(() => request.complete || request.socket.destroy(), REST_MS).unref();
  for (const over of ['end', 'close']) request.once(over, () => clearTimeout(cut));
  // A reader that stopped half-way still listens, and a stream that is listened to so does not flow.
  request.removeAllListeners('readable');
  request.resume();
}

/** Said of an answer that becomes a stream: it holds no place among the requests in work any more. */
export const leaveLine = (response: Response): void => void response.emit('streaming');

/** Calls back when the request has left the line: answered, gone, or become a stream. */
export function onceLeft(response: Response, left: () => void): void {
  const once = () => {
    response.off('close', once).off('streaming', once);
    left();
  };
  response.once('close', once).once('streaming', once);
}

/** What a log line says of a request: the pattern of its route, never its URL, which holds ids and could hold anything. */
function factsOf(request: CalledRequest, response: Response & { problemCode?: string }, ms: number) {
  const route = (request as { route?: { path?: unknown } }).route?.path;
  return {
    requestId: request.requestId,
    method: request.method,
    route: typeof route === 'string' ? route : 'unknown',
    status: response.writableFinished ? response.statusCode : 499,
    ms: Math.round(ms * 10) / 10,
    ...(request.caller ? { key: request.caller.keyId } : {}),
    ...(response.problemCode ? { code: response.problemCode } : {}),
    ...(request.call?.replayed ? { replayed: true } : {}),
  };
}
