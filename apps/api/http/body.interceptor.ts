import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { MailError } from '#domain/mail-error';
import { refuseHostileJson } from './hostile-json.ts';
import { routeOf, type RouteFacts } from './route.ts';

const USUAL = { media: 'application/json', mostBytes: 256 * 1024 } as const;

/**
 * Reads the body after the door has let the caller in, up to the route's own limit: a stranger cannot make us read 20 MB. Runs
 * before the pipes, so that they validate what is read here.
 */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const { method, body } = routeOf(context.getHandler()) ?? { method: 'GET' };
    if (method !== 'GET' && method !== 'DELETE') request.body = await readBody(request, body ?? USUAL);
    return next.handle();
  }
}

async function readBody(request: Request, { media, mostBytes }: NonNullable<RouteFacts['body']>): Promise<unknown> {
  const empty = request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined;
  if (empty || request.headers['content-length'] === '0') return media === 'application/json' ? {} : Buffer.alloc(0);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== media) throw new MailError('media_type_not_supported', `Send the body as ${media}.`);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new MailError(
      'media_type_not_supported',
      'Send the body without Content-Encoding: compressed bodies are not read.',
    );
  const bytes = await readBytes(request, mostBytes);
  return media === 'application/json' ? parse(bytes) : bytes;
}

async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
  const tooLarge = () => new MailError('body_too_large', `The body is larger than ${mostBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > mostBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof MailError) throw error;
    throw new MailError('body_incomplete', 'The body ended before it was complete.', 'later', error);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // The parser's message quotes the body, which may hold an address: it stays inside.
    throw new MailError('json_unreadable', 'The body is not JSON in UTF-8.', 'never', error);
  }
  refuseHostileJson(value);
  return value;
}
