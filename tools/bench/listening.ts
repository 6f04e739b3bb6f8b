import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventView } from '#contracts/api/events';
import type { PliApi } from '../demonstration/api-client.ts';

/** Lets webhooks of a bench come to this process. */
export const loopbackAllowed = { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' };

type Batch = { readonly most: number; readonly seconds: number } | 'singles';

/** Receivers made so far: each has a webhook of its own. */
let made = 0;

/** A receiver of one account's webhook: every event, in batches unless told. */
export class Listener {
  readonly #heard = new Set<number>();
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { data } = JSON.parse(Buffer.concat(chunks).toString()) as {
        data: { number: number } | { number: number }[];
      };
      for (const { number } of [data].flat()) this.#heard.add(number);
      response.writeHead(204).end();
    });
  });

  private constructor(private readonly api: PliApi) {}

  static async of(api: PliApi, batch: Batch = { most: 100, seconds: 1 }): Promise<Listener> {
    const listener = new Listener(api);
    listener.#server.listen(0, '127.0.0.1');
    await once(listener.#server, 'listening');
    const url = `http://127.0.0.1:${(listener.#server.address() as AddressInfo).port}/`;
    await api.post('/v1/webhooks', { url, after: 0, ...(batch !== 'singles' && { batch }) }, `bench-webhook-${++made}`);
    return listener;
  }

  /** How many events of the feed as it stands now have not come after `patienceMs`, and how many there are. */
  async missing(patienceMs: number): Promise<{ missing: number; told: number }> {
    const told: number[] = [];
    for (let after = 0; ;) {
      const page = await this.api.get<{ events: EventView[]; next: number }>(`/v1/events?limit=1000&after=${after}`);
      if (page.events.length === 0) break;
      told.push(...page.events.map(({ number }) => number));
      after = page.next;
    }
    const missing = () => told.filter((number) => !this.#heard.has(number)).length;
    for (const deadline = Date.now() + patienceMs; missing() > 0 && Date.now() < deadline;) await delay(200);
    return { missing: missing(), told: told.length };
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
