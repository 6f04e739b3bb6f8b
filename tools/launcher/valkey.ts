import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { tool } from '../toolbox.ts';
import type { Part } from './part.ts';

/** Valkey 9 (the Redis protocol). It holds copies only, so it writes nothing to disk. */
export const valkey: Part = {
  name: 'valkey',
  ports: { valkey: 6390 },
  stopSignal: 'SIGTERM',
  patience: { start: 120, stop: 10 },
  command(place) {
    const folder = join(place.folder, 'valkey');
    mkdirSync(folder, { recursive: true });
    const port = String(place.port('valkey'));
    return {
      file: tool('VALKEY_SERVER'),
      args: ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    };
  },
  isReady: (place) => answersPing(place.port('valkey')),
  offers: (place) => ({ VALKEY_URL: `redis://127.0.0.1:${place.port('valkey')}` }),
};

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const answer = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1000, () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('+PONG')));
    socket.once('error', () => answer(false));
  });
}
