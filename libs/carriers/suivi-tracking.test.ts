import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suiviTracking } from './suivi-tracking.ts';
import type { Tracking } from './tracking.ts';

/** A tracking service that gives one prepared answer, and remembers the question. */
let server: Server;
let answer: { status: number; body: unknown };
let asked: { url: string | undefined; key: unknown };
let tracking: Tracking;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked = { url: request.url, key: request.headers['x-okapi-key'] };
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  tracking = suiviTracking({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/suivi/v2`,
    key: 'k',
  });
});
afterAll(() => server.close());

const shipment = (idShip: string, event: unknown[], isFinal = false): unknown => {
  return {
    lang: 'fr_FR',
    scope: 'open',
    returnCode: 200,
    shipment: { idShip, product: 'Lettre recommandée', isFinal, event },
  };
};
const event = (code: string, date: string): unknown => ({ order: 1, code, label: code, date });

test('one number: its events in our words, oldest first, in UTC', async () => {
  const events = [
    event('DI1', '2026-11-24T11:02:00+01:00'),
    event('AG1', '2026-11-23T09:00:00+01:00'),
    event('PC1', '2026-11-22T18:00:00+01:00'),
  ];
  answer = { status: 200, body: shipment('RA123456785FR', events, true) };
  const [tracked] = await tracking.track(['RA123456785FR']);
  expect(asked).toEqual({ url: '/suivi/v2/idships/RA123456785FR?lang=fr_FR', key: 'k' });
  expect(tracked).toMatchObject({ known: true, final: true, product: 'Lettre recommandée' });
  expect(tracked?.events.map(({ kind, at }) => [kind, at])).toEqual([
    ['deposited', '2026-11-22T17:00:00.000Z'],
    ['notice', '2026-11-23T08:00:00.000Z'],
    ['delivered', '2026-11-24T10:02:00.000Z'],
  ]);
  expect(tracked?.events[2]?.sourceId).toBe('RA123456785FR/DI1/2026-11-24T10:02:00.000Z');
});

test('several numbers in one question, some unknown, in the order asked', async () => {
  answer = {
    status: 207,
    body: [{ returnCode: 104, idShip: 'B', returnMessage: '' }, shipment('A', [event('DI2', '2026-11-24T10:00:00Z')])],
  };
  const [a, b] = await tracking.track(['A', 'B']);
  expect(asked.url).toBe('/suivi/v2/idships/A,B?lang=fr_FR');
  expect(a?.events.map(({ kind }) => kind)).toEqual(['returned']);
  expect(b).toEqual({ number: 'B', known: false, final: false, product: null, events: [] });
});

test('an unheard-of code is kept, an event without a date is not', async () => {
  answer = { status: 200, body: shipment('A', [event('XX9', '2026-11-24T10:00:00Z'), event('ET1', '')]) };
  const [a] = await tracking.track(['A']);
  expect(a?.events).toMatchObject([{ kind: 'other', carrierCode: 'XX9' }]);
});

test('an unknown number is no error', async () => {
  answer = { status: 404, body: { returnCode: 104, idShip: 'A', returnMessage: 'Ressource non trouvée' } };
  expect(await tracking.track(['A'])).toMatchObject([{ known: false }]);
});

test.each([
  [429, 'tracking_busy', 'later'],
  [500, 'tracking_busy', 'later'],
  [504, 'tracking_busy', 'later'],
  [401, 'tracking_key_refused', 'never'],
])('HTTP %i is %s, retried %s', async (status, code, retry) => {
  answer = { status, body: {} };
  await expect(tracking.track(['A'])).rejects.toMatchObject({ code, retry });
});

test('an answer of another form is told as such, a service that is off as busy', async () => {
  answer = { status: 200, body: { hello: 'world' } };
  await expect(tracking.track(['A'])).rejects.toMatchObject({ code: 'tracking_answer_unreadable', retry: 'later' });
  const off = suiviTracking({ baseUrl: 'http://127.0.0.1:1/suivi/v2', key: 'k' });
  await expect(off.track(['A'])).rejects.toMatchObject({ code: 'tracking_busy' });
});
