import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { runApi } from '../testing/running-api.ts';

test('a process that stops waits for no connection on which nobody asks: one that never asked, one that has its answer', async () => {
  const t = await runApi();
  const { hostname, port } = new URL(t.api.url);
  const silent = connect(Number(port), hostname);
  const answered = connect(Number(port), hostname);
  await Promise.all([once(silent, 'connect'), once(answered, 'connect')]);
  answered.write('GET /healthz HTTP/1.1\r\nHost: pli\r\n\r\n');
  const [answer] = (await once(answered, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 200 [^]*keep-alive: timeout=65/i);
  const closed = once(answered.resume(), 'close');
  const [heard] = await Promise.all([text(silent), closed, t.stop()]);
  // Node alone would wait until its request is overdue, and say so: 408.
  expect(heard).toBe('');
});
