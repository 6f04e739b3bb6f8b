import { isOfTypes, messagesOf, MOST_ATTEMPTS, retryAfterMs, waitAfter, type ToldEvent } from './telling.ts';

const now = new Date('2027-03-16T10:00:00Z');
const events = (...types: string[]): ToldEvent[] =>
  types.map((type, i) => ({ number: i + 1, type, recordedAt: new Date(now.getTime() - (types.length - i) * 1000) }));

test('ten attempts over three days, each wait spread by a tenth', () => {
  const all = (chance: number) =>
    Array.from({ length: MOST_ATTEMPTS }, (_, made) => (made === 0 ? 0 : (waitAfter(made, chance) ?? NaN)));
  const seconds = (waits: number[]) => waits.reduce((sum, wait) => sum + wait, 0) / 1000;
  expect(seconds(all(0.5))).toBe((75 * 60 + 35) * 60 + 5);
  expect(seconds(all(0))).toBeCloseTo(((75 * 60 + 35) * 60 + 5) * 0.9, 0);
  expect(waitAfter(MOST_ATTEMPTS, 0.5)).toBeUndefined();
});

test('a receiver that asks for patience gets it, a day at most', () => {
  expect(waitAfter(1, 0.5, 60_000)).toBe(60_000);
  expect(waitAfter(1, 0.5, 1e12)).toBe(24 * 3600_000);
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Tue, 16 Mar 2027 10:00:30 GMT', now)).toBe(30_000);
  for (const nothing of [undefined, '', 'soon', '-5']) expect(retryAfterMs(nothing, now)).toBe(0);
});

test('types, families and all', () => {
  expect(isOfTypes('letter.delivered', ['letter.delivered'])).toBe(true);
  expect(isOfTypes('letter.delivered', ['order.*', 'letter.*'])).toBe(true);
  expect(isOfTypes('letter.delivered', ['*'])).toBe(true);
  expect(isOfTypes('letter.delivered', ['lett.*', 'letter', 'letter.lost'])).toBe(false);
});

describe('messages', () => {
  const all = { types: ['*'], most: 1, waitMs: 0 };
  test('are one an event, and what is not asked for is passed over', () => {
    expect(messagesOf(events('a.a', 'b.b', 'a.c'), { ...all, types: ['a.*'] }, now)).toEqual({
      messages: [[1], [3]],
      upTo: 3,
    });
    expect(messagesOf([], all, now)).toEqual({ messages: [], upTo: undefined });
  });
  test('are batches as soon as they are full or their first event has waited long enough', () => {
    const five = events('a.a', 'a.a', 'a.a', 'a.a', 'a.a');
    expect(messagesOf(five, { ...all, most: 2, waitMs: 60_000 }, now)).toEqual({
      messages: [
        [1, 2],
        [3, 4],
      ],
      upTo: 4,
    });
    expect(messagesOf(five, { ...all, most: 2, waitMs: 500 }, now).messages).toEqual([[1, 2], [3, 4], [5]]);
  });
  test('that must not come yet leave their events in the feed', () => {
    const notBefore = new Date(now.getTime() + 1);
    const three = events('x.x', 'a.a', 'a.a');
    expect(messagesOf(three, { types: ['a.a'], most: 9, waitMs: 0, notBefore }, now)).toEqual({
      messages: [],
      upTo: 1,
    });
    expect(messagesOf(three, { types: ['a.a'], most: 9, waitMs: 0, notBefore: now }, now)).toEqual({
      messages: [[2, 3]],
      upTo: 3,
    });
  });
});
