import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { scanForViruses, VirusScanProbe } from './clamd.ts';
import { clamdTakes, infected, runClamd } from './testing/running-clamd.ts';

let clamd: Awaited<ReturnType<typeof runClamd>>;
beforeAll(async () => {
  clamd = await runClamd();
});
afterAll(() => clamd.stop());

const clean = Buffer.from('%PDF-1.7 a letter');
const bad = Buffer.from(`%PDF-1.7 ${'x'.repeat(200_000)} ${infected}`);
const scanned = (bytes: Uint8Array, address: string, until?: number) => scanForViruses(bytes, { address }, until);

test('clean bytes pass, and what is found is named, by socket and by port', async () => {
  for (const address of [clamd.unix, clamd.tcp]) {
    await scanned(clean, address);
    await expect(scanned(bad, address)).rejects.toMatchObject({
      code: 'document_infected',
      retry: 'never',
      message: expect.stringContaining('Pli.Test.Letter') as string,
    });
    await scanned(clean, address);
  }
});

test('a stream that is too long for it, or an end that is away, is no clean bill', async () => {
  const tooLong = scanned(Buffer.alloc(2 * clamdTakes, 'x'), clamd.tcp);
  await expect(tooLong).rejects.toMatchObject({ code: 'virus_scan_unavailable', retry: 'later' });
  await expect(scanned(clean, 'unix:/nowhere/clamd.sock')).rejects.toMatchObject({ code: 'virus_scan_unavailable' });
  await expect(scanned(clean, '127.0.0.1:1')).rejects.toMatchObject({ code: 'virus_scan_unavailable' });
});

/** An end that behaves as told. */
async function pretender(behave: (socket: Socket) => void): Promise<{ server: Server; address: string }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    behave(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test.each([
  ['never answers', () => undefined],
  ['hangs up', (socket: Socket) => void socket.end()],
  ['answers something else', (socket: Socket) => void socket.end('stream: OK, I think\0')],
  ['answers half', (socket: Socket) => void socket.end('stream: OK')],
  ['answers without end', (socket: Socket) => void socket.write('x'.repeat(100_000))],
  ['says that it failed', (socket: Socket) => void socket.end("stream: Can't allocate memory ERROR\0")],
])('an end that %s lets nothing pass', async (_what, behave) => {
  const { server, address } = await pretender((socket) => {
    socket.resume();
    behave(socket);
  });
  await expect(scanned(clean, address, performance.now() + 300)).rejects.toMatchObject({
    code: 'virus_scan_unavailable',
  });
  server.close();
});

test('a probe tells whether the scanner is there', async () => {
  expect(await new VirusScanProbe({ address: clamd.unix }).scanner()).toEqual({ name: 'clamd', answers: true });
  expect(await new VirusScanProbe({ address: '127.0.0.1:1' }).scanner()).toEqual({ name: 'clamd', answers: false });
  expect(await new VirusScanProbe(undefined).scanner()).toBeUndefined();
});
