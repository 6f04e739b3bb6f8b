import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Shown } from './callers.ts';

/** Where schemathesis asks, before each request, what it shall carry. */
export interface Credentials {
  readonly url: string;
  close(): Promise<void>;
}

/** Gives out what `shows` gives, on this machine alone. */
export async function giveCredentials(shows: () => Promise<Shown>): Promise<Credentials> {
  const server = createServer((_request, response) => {
    shows().then(
      (shown) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(shown)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
