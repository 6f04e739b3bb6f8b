import { createServer, type Server } from 'node:http';

/** Answers 200 on /readyz (and /healthz) of the loopback: it is opened once everything runs. */
export async function openHealth(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const known = request.url === '/readyz' || request.url === '/healthz';
    response.writeHead(known ? 200 : 404, { 'content-type': 'text/plain' }).end(known ? 'ok\n' : 'not found\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
