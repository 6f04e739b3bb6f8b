import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A customer's program that takes every webhook: so that the pictures show deliveries that arrived. */
export async function openReceiver(): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/pli`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
