import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { canonicalJson } from '#evidence/canonical-json';
import { MailError } from '#domain/mail-error';
import type { Call } from './caller.ts';
import type { AdmittedRequest } from './door.guard.ts';
import { routeOf } from './route.ts';

export interface CalledRequest extends AdmittedRequest {
  requestId?: string;
  call?: Call;
}

/** The call of this request: who asks, under which idempotency key. For handlers behind the door only. */
export const Asked = createParamDecorator((_data: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp();
  const request = http.getRequest<CalledRequest>();
  const { caller, requestId } = request;
  if (caller === undefined || requestId === undefined) throw new Error('no caller: the route is open to anyone');
  const once = routeOf(context.getHandler())?.once;
  const named = once === true || (once === 'optional' && request.headers['idempotency-key'] !== undefined);
  // A key names an effect of whoever gave it: a stored answer is not shown to another person of the account.
  const of = caller.person === undefined ? '' : `${caller.person} `;
  const call: Call = {
    caller,
    requestId,
    idempotencyKey: named ? `${of}${idempotencyKeyOf(request)}` : undefined,
    requestHash: () => hashOf(request),
    gone: () => goneOf(http.getResponse<Response>()),
    replayed: false,
  };
  request.call = call;
  return call;
});

/** Printable ASCII of at most 255 characters, as draft-ietf-httpapi-idempotency-key-header allows; quotes around it are left out. */
function idempotencyKeyOf(request: Request): string {
  const given = request.headers['idempotency-key'];
  if (typeof given !== 'string' || given === '')
    throw new MailError(
      'idempotency_key_missing',
      'Give a key of your own that names this order: Idempotency-Key: <unique text>.',
    );
  const key = /^"(.+)"$/.exec(given)?.[1] ?? given;
  if (!/^[\x20-\x7e]{1,255}$/.test(key))
    throw new MailError('idempotency_key_invalid', 'An Idempotency-Key has 1 to 255 printable ASCII characters.');
  return key;
}

function goneOf(response: Response): AbortSignal {
  const left = new AbortController();
  if (response.closed) left.abort();
  else response.once('close', () => left.abort());
  return left.signal;
}

function hashOf(request: Request): Buffer {
  const hash = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`);
  const body: unknown = request.body;
  return hash.update(Buffer.isBuffer(body) ? body : canonicalJson(body)).digest();
}
