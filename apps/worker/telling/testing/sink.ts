import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

type Answer = (received: Received, response: ServerResponse, request: IncomingMessage) => void;

/** A receiver of webhooks on loopback: keeps what comes, answers as it is told. */
export class Sink {
  readonly got: Received[] = [];
  answer: Answer = (_received, response) => void response.writeHead(204).end();
  private readonly waiting = new Set<() => void>();
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = {
        path: request.url ?? '',
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
      };
      this.got.push(received);
      this.answer(received, response, request);
      for (const look of this.waiting) look();
    });
  });

  static async open(): Promise<Sink> {
    const sink = new Sink();
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(path = '/hook'): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** Ends as soon as what came fulfils `holds`. */
  async until(holds: (got: Received[]) => boolean): Promise<void> {
    if (holds(this.got)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(look);
        reject(new Error(`waited 20 s in vain; ${this.got.length} messages came`));
      }, 20_000);
      const look = () => {
        if (!holds(this.got)) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
    });
  }

  /** Numbers of the events that came to a path, each once. */
  numbers(path = '/hook'): number[] {
    const numbers = this.got
      .filter((received) => received.path === path)
      .flatMap(({ body }) => {
        const { data } = JSON.parse(body) as { data: { number?: number } | { number: number }[] };
        return Array.isArray(data) ? data.map(({ number }) => number) : data.number === undefined ? [] : [data.number];
      });
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
