import { getEventListeners } from 'node:events';
import { Bell } from './pace.ts';

test('a machine that is woken a thousand times leaves no listener behind', async () => {
  const bell = new Bell();
  const { signal } = new AbortController();
  for (let i = 0; i < 1000; i++) {
    const woken = bell.wait(signal);
    bell.ring();
    await woken;
  }
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a machine that stops is woken', async () => {
  const stopping = new AbortController();
  const waiting = new Bell().wait(stopping.signal);
  stopping.abort();
  await waiting;
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
});
