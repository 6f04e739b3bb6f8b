import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range from which Linux takes the ports of outgoing connections (32768 on), so a free one stays free. */
const from = 20_000;
const to = 32_000;

/** Can a server listen there now (loopback)? */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The first free one of `wished`, else any free one that is not in `avoid`. */
export async function freePort(wished: readonly number[], avoid: ReadonlySet<number>): Promise<number> {
  for (const port of wished) if (!avoid.has(port) && (await isFree(port))) return port;
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(from, to);
    if (!avoid.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${from} and ${to} on 127.0.0.1. Stop other servers and start again.`);
}
