import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { MailError } from '#domain/mail-error';
import { fileOfForm } from './form-file.ts';
import { refuseHostileJson } from './hostile-json.ts';
import { routeOf, type RouteBody } from './route.ts';
import { chunksOf, type StreamedBody } from './streamed-body.ts';

const USUAL: RouteBody = { media: 'application/json', mostBytes: 256 * 1024 };
/** So long may a whole body take, in milliseconds; the server itself sets no limit, for a streamed one may take an hour. */
const WHOLE_BODY_MS = 60_000;

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

async function readBody(request: Request, { media, mostBytes, stream }: RouteBody): Promise<unknown> {
  const known: readonly string[] = [media].flat();
  const empty = request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined;
  if ((empty || request.headers['content-length'] === '0') && !stream)
    return media === 'application/json' ? {} : Buffer.alloc(0);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!known.includes(type)) throw new MailError('media_type_not_supported', `Send the body as ${known.join(' or ')}.`);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new MailError(
      'media_type_not_supported',
      'Send the body without Content-Encoding: compressed bodies are not read.',
    );
  if (stream) return { media: type, chunks: chunksOf(request, mostBytes) } satisfies StreamedBody;
  if (type === 'multipart/form-data') return fileOfForm(request, mostBytes, WHOLE_BODY_MS);
  const bytes = await readBytes(request, mostBytes);
  return type === 'application/json' ? parse(bytes) : bytes;
}

async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(request, mostBytes, WHOLE_BODY_MS)) chunks.push(chunk);
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
