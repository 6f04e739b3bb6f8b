import { webcrypto } from 'node:crypto';
import { ChainCheck, hashOf, type ChainedEvent, type Sha256 } from './event-chain.ts';

const sha256: Sha256 = (bytes) => webcrypto.subtle.digest('SHA-256', bytes);

/** A stream of `length` events about lots. */
async function chainOf(length: number): Promise<ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  for (let number = 1, previousHash = ''; number <= length; number++) {
    const at = `2027-03-28T09:30:${String(number % 60).padStart(2, '0')}.000Z`;
    const told = {
      stream: 'site/sit_1',
      number,
      subject: 'lot',
      subjectId: 'lot_1',
      type: 'lot.counted',
      at,
      recordedAt: at,
    };
    const event = { ...told, actor: 'test', cause: {}, data: { set: { sheets_printed: number, state: 'printing' } } };
    const hash = await hashOf(event, previousHash, sha256);
    events.push({ ...event, previousHash, hash });
    previousHash = hash;
  }
  return events;
}
const start = { number: 0, hash: '' };

test('a chain holds from its first event to its last, in slices or from a place in the middle', async () => {
  const events = await chainOf(10);
  const whole = new ChainCheck(start, sha256);
  expect(await whole.take(events.slice(0, 4))).toBe(true);
  expect(await whole.take(events.slice(4))).toBe(true);
  expect(whole.upTo).toEqual({ number: 10, hash: events[9]?.hash });
  const from = new ChainCheck({ number: 6, hash: events[5]?.hash ?? '' }, sha256);
  expect(await from.take(events.slice(6))).toBe(true);
});

test('the hash does not depend on the order of keys, and knows an instant as text or as a Date', async () => {
  const [event] = (await chainOf(1)) as [ChainedEvent];
  const turned = { ...event, data: { set: { state: 'printing', sheets_printed: 1 } }, at: new Date(event.at) };
  expect(await hashOf(turned, '', sha256)).toBe(event.hash);
});

test.each([
  ['changed in its data', (e: ChainedEvent) => ({ ...e, data: { set: { state: 'closed' } } }), 'content'],
  ['said to be of somebody else', (e: ChainedEvent) => ({ ...e, actor: 'person:usr_1' }), 'content'],
  ['moved in time', (e: ChainedEvent) => ({ ...e, at: '2027-03-28T09:30:59.999Z' }), 'content'],
  ['hung on another event', (e: ChainedEvent) => ({ ...e, previousHash: '00'.repeat(32) }), 'previous'],
  ['numbered anew', (e: ChainedEvent) => ({ ...e, number: 9 }), 'number'],
])('an event that is %s breaks the chain there', async (_what, tamper, fault) => {
  const events = await chainOf(8);
  const check = new ChainCheck(start, sha256);
  expect(await check.take(events.map((event) => (event.number === 5 ? tamper(event) : event)))).toBe(false);
  expect(check.breaksAt).toEqual({ number: 5, fault });
  expect(check.upTo.number).toBe(4);
});

test('an event that is left out, doubled, or replaced and hashed again breaks the chain', async () => {
  const events = await chainOf(6);
  const breakOf = async (list: ChainedEvent[]) => {
    const check = new ChainCheck(start, sha256);
    await check.take(list);
    return check.breaksAt;
  };
  expect(await breakOf(events.filter(({ number }) => number !== 3))).toEqual({ number: 3, fault: 'number' });
  expect(await breakOf([...events.slice(0, 3), ...events.slice(2)])).toEqual({ number: 4, fault: 'number' });
  const forged = { ...(events[2] as ChainedEvent), data: {} };
  const again = { ...forged, hash: await hashOf(forged, forged.previousHash, sha256) };
  expect(await breakOf(events.map((event) => (event.number === 3 ? again : event)))).toEqual({
    number: 4,
    fault: 'previous',
  });
});
