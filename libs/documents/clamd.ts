import { connect, type Socket } from 'node:net';
import type { VirusScanner } from '#domain/live-mode';
import { MailError } from '#domain/mail-error';

/** Where a clamd listens: `host:port`, or `unix:` and the path of its socket. */
export type VirusScan = { readonly address: string };

/** clamd reads a few tens of megabytes a second; a signature reload keeps it silent for some seconds. */
const answerWithinMs = 8_000;
const connectWithinMs = 2_000;
const knownForMs = 5_000;
const chunkBytes = 64 * 1024;
/** What clamd says is one short line. */
const longestAnswer = 4096;

/**
 * Has clamd look at bytes before anything else reads them (its command INSTREAM; clamd(8)). Errors: `document_infected` (never; names the
 * finding), `virus_scan_unavailable` (later): without its word nothing is taken.
 * @param until instant by `performance.now()` at which it gives up waiting
 */
export async function scanForViruses(bytes: Uint8Array, scan: VirusScan, until = Infinity): Promise<void> {
  const within = Math.min(answerWithinMs, until - performance.now());
  const said = await asked(scan, within, (socket) => {
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const chunk = bytes.subarray(at, at + chunkBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      socket.write(length);
      socket.write(chunk);
    }
    socket.write(Buffer.alloc(4));
  });
  if (said === 'stream: OK') return;
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found === undefined) throw unavailable(`it answered "${printable(said)}"`);
  throw new MailError(
    'document_infected',
    `The virus scanner found "${printable(found)}" in the document. Nothing of it was kept. Export it again from a clean source.`,
  );
}

/** Whether the clamd at this address answers. */
async function virusScanAnswers(scan: VirusScan): Promise<boolean> {
  try {
    return (await asked(scan, connectWithinMs, (socket) => socket.write('zPING\0'))) === 'PONG';
  } catch {
    return false;
  }
}

/** Whether a scanner is there, as the start of live sites asks; looked at again every few seconds. */
export class VirusScanProbe {
  #known: { scanner: Promise<VirusScanner>; until: number } | undefined;

  constructor(private readonly scan: VirusScan | undefined) {}

  /** Undefined: none was set up. */
  async scanner(): Promise<VirusScanner | undefined> {
    const { scan } = this;
    if (scan === undefined) return undefined;
    const now = performance.now();
    if (this.#known === undefined || this.#known.until <= now) {
      const scanner = virusScanAnswers(scan).then((answers) => ({ name: 'clamd', answers }));
      this.#known = { scanner, until: now + knownForMs };
    }
    return this.#known.scanner;
  }
}

/** One question, one answer, one connection. */
function asked({ address }: VirusScan, withinMs: number, ask: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(placeOf(address));
    let said = '';
    const fail = (why: string, cause?: unknown) => {
      socket.destroy();
      clearTimeout(timer);
      reject(unavailable(why, cause));
    };
    const timer = setTimeout(() => fail('it does not answer in time'), Math.max(1, withinMs));
    socket.on('connect', () => ask(socket));
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      const end = said.indexOf('\0');
      if (end >= 0) {
        clearTimeout(timer);
        socket.destroy();
        resolve(said.slice(0, end).trim());
      } else if (said.length > longestAnswer) fail('its answer is too long');
    });
    // A clamd that has heard enough (its StreamMaxLength) answers and hangs up while we still write: what it said counts.
    socket.on('close', () => fail('it hung up'));
    socket.on('error', (error) => {
      if (said === '') fail('it cannot be reached', error);
    });
  });
}

function placeOf(address: string): { path: string } | { host: string; port: number } {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) };
  const at = address.lastIndexOf(':');
  return { host: address.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(address.slice(at + 1)) };
}

function unavailable(why: string, cause?: unknown): MailError {
  return new MailError(
    'virus_scan_unavailable',
    `The virus scanner did not look at the document: ${why}. Send it again in a moment.`,
    'later',
    cause,
  );
}

const printable = (text: string): string => text.replace(/[^ -~]/g, '').slice(0, 100);
