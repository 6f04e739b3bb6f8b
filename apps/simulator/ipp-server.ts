import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { languageAttributes } from './ipp-attributes.ts';
import { decodeRequest, encodeAnswer, groupTag, type IppRequest } from './ipp-codec.ts';
import type { IppPrinter } from './ipp-printer.ts';

/** A request's attributes are small; more than this before the document is no IPP. */
const longestHead = 256 * 1024;

/** IPP over HTTP (RFC 8010 §4): POST of application/ipp to any path. */
export function ippServer(printer: IppPrinter): Server {
  return createServer((request, response) => {
    serve(printer, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    });
  });
}

async function serve(printer: IppPrinter, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/ipp') {
    response.writeHead(request.method === 'GET' ? 200 : 415, { 'content-type': 'text/plain' });
    response.end('Pli simulator: a printer. Send IPP by POST.\n');
    return;
  }
  const chunks = request[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const { ipp, rest } = await readHead(chunks);
  const answer = await printer.answer(ipp, documentOf(rest, chunks));
  if (answer.cut) {
    response.destroy();
    return;
  }
  const operationGroup = { tag: groupTag.operation, attributes: languageAttributes };
  const body = encodeAnswer(ipp, answer.status, [operationGroup, ...answer.groups]);
  response.writeHead(200, { 'content-type': 'application/ipp', 'content-length': body.length });
  response.end(body);
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ ipp: IppRequest; rest: Buffer }> {
  let head = Buffer.alloc(0);
  while (head.length <= longestHead) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
    const ipp = decodeRequest(head);
    if (ipp) return { ipp, rest: head.subarray(ipp.documentAt) };
  }
  throw new RangeError('The request ends before its attributes do.');
}

async function* documentOf(rest: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (rest.length > 0) yield rest;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}
