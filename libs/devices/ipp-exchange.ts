import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import ipp, { type Message } from 'ipp';

// The package prints a remark to standard output for each attribute without a value; standard output belongs to --json.
ipp.parse.handleUnknownTag = (_tag, _name, length, read) => (length > 0 ? read(length) : undefined);

/** Did the printer get anything of the request? Only a `false` allows sending a print job again. */
export class ExchangeFailure extends Error {
  readonly somethingWasSent: boolean;
  constructor(message: string, somethingWasSent: boolean, cause?: unknown) {
    super(message, { cause });
    this.somethingWasSent = somethingWasSent;
  }
}

/** `ipp://` and `ipps://` ride on HTTP, port 631 unless named (RFC 8010 §3.3). Throws RangeError on another scheme. */
export function httpAddress(printerUri: string): URL {
  const schemes: Record<string, string> = { 'ipp:': 'http:', 'ipps:': 'https:', 'http:': 'http:', 'https:': 'https:' };
  const asked = new URL(printerUri);
  const scheme = schemes[asked.protocol];
  if (!scheme) throw new RangeError(`A printer is reached by ipp:// or ipps://, not by ${asked.protocol}//`);
  const address = new URL(printerUri.replace(/^[a-z]+:/i, scheme));
  if (asked.protocol.startsWith('ipp') && !asked.port) address.port = '631';
  return address;
}

/**
 * One IPP request and its answer over a connection of its own. The file is streamed behind the request, never held in memory.
 * Gives the parsed answer; throws ExchangeFailure for anything less (no connection, a cut, silence of `patienceMs`, no IPP), and the
 * file system's own error when the file cannot be read before anything is sent.
 */
export async function exchange(uri: string, message: Message, patienceMs: number, file?: string): Promise<Message> {
  const address = httpAddress(uri);
  const head = ipp.serialize(message);
  const length = head.length + (file === undefined ? 0 : (await stat(file)).size);
  let connected = false;
  const send = address.protocol === 'https:' ? httpsRequest : httpRequest;
  const request = send(address, {
    method: 'POST',
    agent: false, // a kept connection may be dead already, and its reset would look like an unknown outcome
    headers: { 'content-type': 'application/ipp', 'content-length': length },
  });
  request.on('socket', (socket) => socket.once('connect', () => (connected = true)));
  request.setTimeout(patienceMs, () => request.destroy(new Error(`The printer was silent for ${patienceMs} ms.`)));
  try {
    const answered = answerOf(request);
    // A printer may refuse before it has read the whole file: what counts is its answer; a cut ends `answered` as well.
    sendBody(request, head, file).catch(() => request.destroy());
    return await answered;
  } catch (cause) {
    request.destroy();
    throw new ExchangeFailure(cause instanceof Error ? cause.message : String(cause), connected, cause);
  }
}

async function sendBody(request: ClientRequest, head: Buffer, file: string | undefined): Promise<void> {
  request.write(head);
  if (file === undefined) request.end();
  else await pipeline(createReadStream(file), request);
}

async function answerOf(request: ClientRequest): Promise<Message> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.once('close', () => reject(new Error('The printer closed the connection without an answer.')));
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  if (response.statusCode !== 200) throw new Error(`The printer answered HTTP ${response.statusCode}.`);
  return ipp.parse(Buffer.concat(parts));
}
