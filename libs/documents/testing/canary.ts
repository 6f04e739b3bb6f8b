import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Listens on a TCP and a UDP port of the same number and writes down who calls. */
export async function openCanary(): Promise<{ port: number; hits: string[]; close(): void }> {
  const hits: string[] = [];
  const server = createServer((socket) => {
    hits.push('tcp');
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const udp = createSocket('udp4').on('message', () => hits.push('udp'));
  await new Promise<void>((done) => udp.bind(port, '127.0.0.1', done));
  return {
    port,
    hits,
    close: () => {
      server.close();
      udp.close();
    },
  };
}
