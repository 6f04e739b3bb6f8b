import { getEventListeners } from 'node:events';
import { FairTurns } from './fair-turns.ts';

/** Work that ends when it is told to. */
function held(order: string[], name: string) {
  let end = () => {};
  const done = new Promise<void>((resolve) => (end = resolve));
  return {
    end: () => end(),
    work: async () => {
      order.push(name);
      await done;
    },
  };
}

test('who sends one is not held up by who sends many', async () => {
  const turns = new FairTurns(1, 10);
  const order: string[] = [];
  const pieces = ['a1', 'a2', 'a3', 'b1'].map((name) => ({ name, ...held(order, name) }));
  const all = pieces.map(({ name, work }) => turns.take(name.charAt(0), work));
  for (const { end } of pieces) end();
  await Promise.all(all);
  expect(order).toEqual(['a1', 'a2', 'b1', 'a3']);
});

test('who has enough waiting is told to come back; work that fails gives its turn back', async () => {
  const turns = new FairTurns(1, 1);
  const order: string[] = [];
  const first = held(order, 'first');
  const running = turns.take('a', first.work);
  const waiting = turns.take('a', () => Promise.reject(new Error('broken')));
  await expect(turns.take('a', () => Promise.resolve())).rejects.toMatchObject({
    code: 'too_many_requests',
    retry: 'later',
  });
  first.end();
  await running;
  await expect(waiting).rejects.toThrow('broken');
  await expect(turns.take('a', () => Promise.resolve('again'))).resolves.toBe('again');
});

test('who leaves gives its place up, and leaves nothing behind', async () => {
  const turns = new FairTurns(1, 1);
  const order: string[] = [];
  const first = held(order, 'first');
  const running = turns.take('a', first.work);
  const [left, stayed] = [new AbortController(), new AbortController()];
  const given = turns.take('a', held(order, 'never').work, left.signal);
  left.abort();
  await expect(given).rejects.toMatchObject({ code: 'too_many_requests' });
  const next = turns.take('a', () => Promise.resolve('next'), stayed.signal);
  first.end();
  await running;
  await expect(next).resolves.toBe('next');
  expect(getEventListeners(stayed.signal, 'abort')).toEqual([]);
  await expect(turns.take('a', () => Promise.resolve(), left.signal)).rejects.toMatchObject({ retry: 'later' });
  expect(order).toEqual(['first']);
});
