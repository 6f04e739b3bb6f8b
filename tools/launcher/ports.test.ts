import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portsOf } from './ports-of-instance.ts';
import { valkey } from './valkey.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pli-ports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an instance keeps its ports from start to start', async () => {
  const first = await portsOf(folder, [valkey], false);
  expect(await portsOf(folder, [valkey], false)).toEqual(first);
});

test('a port that another program has taken is avoided, and the new one is kept', async () => {
  const first = await portsOf(folder, [valkey], false);
  const other = await listenOn(first.get('valkey') as number);
  try {
    const second = await portsOf(folder, [valkey], false);
    expect(second.get('valkey')).not.toBe(first.get('valkey'));
    expect(await portsOf(folder, [valkey], false)).toEqual(second);
  } finally {
    other.close();
  }
});

function listenOn(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
