import { randomUUID } from 'node:crypto';
import type { Effects } from '#contracts/api/effects';
import type { LotWhole } from '#contracts/api/lots';
import type { PieceView } from '#contracts/api/pieces';
import type { SiteDay } from '#contracts/api/days';
import { formatMark } from '#domain/marks';
import { runApi, type ApiUnderTest, type Client } from '../testing/running-api.ts';
import { putIntoLot, type SampleLot } from '../testing/sample-lot.ts';
import { letterTo, setUpFloor } from '../testing/sample-site.ts';

let t: ApiUnderTest;
let floor: Awaited<ReturnType<typeof setUpFloor>>;
let lot: SampleLot;
let now = new Date();
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

beforeAll(async () => {
  t = await runApi({ clock: () => now });
  floor = await setUpFloor(t);
  lot = await putIntoLot(t.database, floor.site, await letters(3), {
    lot: 'inserting',
    pieces: ['suspect', 'trayed', 'trayed'],
  });
});
afterAll(() => t.stop());

async function letters(count: number): Promise<string[]> {
  const order = await floor.customer.post<{ letters: { id: string }[] }>('/v1/orders', {
    letters: Array.from({ length: count }, () => letterTo(floor.template)),
    submit: true,
  });
  return order.letters.map(({ id }) => id).sort();
}
const pieceOf = (i: number) => floor.operator.get<PieceView>(`/v1/site/pieces/${lot.pieceIds[i]}`);
const effectsOf = (body: object) => floor.operator.post<Effects>('/v1/site/effects', body);
const events = async (client: Client, path: string) =>
  (await client.get<{ events: { type: string; reason: string | null }[] }>(`${path}?limit=1000`)).events;
const refusal = async (client: Client, method: string, path: string, body?: object) => {
  const { status, body: problem } = await client.call<{ code: string; detail: string }>(method, path, body);
  return [status, problem.code];
};

describe('the effect of an action', () => {
  test('is told by the rule that does it, and nothing of it stays', async () => {
    const before = await events(floor.operator, '/v1/site/events');
    const effects = await effectsOf({
      action: 'resolve_piece',
      id: lot.pieceIds[0],
      body: { found: 'trayed', tray: lot.trayNumber, reason: 'window_checked' },
    });
    expect(effects).toMatchObject({ possible: true, refusal: null });
    expect(effects.changes).toContainEqual(
      expect.objectContaining({ about: 'piece', from: 'suspect', to: 'trayed', name: (await pieceOf(0)).windowCode }),
    );
    expect((await pieceOf(0)).state).toBe('suspect');
    expect(await events(floor.operator, '/v1/site/events')).toEqual(before);
  });

  test('of spoiling says that the letter gets its next copy', async () => {
    const { changes } = await effectsOf({
      action: 'resolve_piece',
      id: lot.pieceIds[0],
      body: { found: 'spoiled', reason: 'torn' },
    });
    expect(changes).toContainEqual(expect.objectContaining({ about: 'piece', to: 'spoiled' }));
    expect(changes).toContainEqual(
      expect.objectContaining({ about: 'letter', event: 'letter.copy_spoiled', letterLeaves: true }),
    );
  });

  test('of what would be refused is the refusal, with its sentence', async () => {
    const effects = await effectsOf({ action: 'seal_tray', id: lot.trayId, body: { reason: 'full' } });
    expect(effects).toMatchObject({ possible: false, refusal: { code: 'tray_not_complete' }, changes: [] });
    expect(effects.refusal?.detail).toMatch(/still to come/);
  });

  test('is told of nothing that belongs to another print room', async () => {
    const other = await setUpFloor(t);
    for (const [action, id, body] of [
      ['resolve_piece', lot.pieceIds[0], { found: 'spoiled', reason: 'torn' }],
      ['spoil_sheets', lot.lotId, { sheets: 1, reason: 'torn' }],
      ['seal_tray', lot.trayId, { reason: 'full' }],
      ['break_seal', lot.trayId, { reason: 'full' }],
    ]) {
      const effects = await other.operator.post<Effects>('/v1/site/effects', { action, id, body });
      expect([action, effects.possible, effects.changes]).toEqual([action, false, []]);
      expect(effects.refusal?.code).toMatch(/_unknown$|^not_found$/);
    }
  });

  test('of a release is the lots that would form', async () => {
    const effects = await effectsOf({ action: 'release_pool', body: { reason: 'asked' } });
    expect(effects).toMatchObject({ possible: true, lots: [] });
  });

  test('of spoiled sheets is how many are told by then', async () => {
    const effects = await effectsOf({ action: 'spoil_sheets', id: lot.lotId, body: { sheets: 2, reason: 'torn' } });
    expect(effects.sheets).toEqual({ printed: 5, toldBefore: 0, toldThen: 2 });
  });
});

describe('the first-off', () => {
  const sign = (windowCode: string, failedChecks: string[] = [], key: string = randomUUID()) =>
    floor.operator.call<LotWhole & { code?: string }>(
      'POST',
      `/v1/site/lots/${lot.lotId}/first-off`,
      { windowCode, failedChecks },
      { 'idempotency-key': key },
    );

  test('is an event of the site with its person; told twice under one key, it is signed once', async () => {
    const { windowCode } = await pieceOf(1);
    const key = randomUUID();
    const answers = await Promise.all([sign(windowCode, ['fold'], key), sign(windowCode, ['fold'], key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { firstOffs } = await floor.operator.get<LotWhole>(`/v1/site/lots/${lot.lotId}`);
    expect(firstOffs).toMatchObject([{ windowCode, passed: false, failedChecks: ['fold'] }]);
    expect(firstOffs[0]!.signedBy).toMatch(/^operator:key_/);
    const told = await events(floor.operator, '/v1/site/events');
    expect(told.filter(({ type }) => type === 'first_off.failed')).toHaveLength(1);
  });

  test('one that failed calls for a person until another is in order', async () => {
    const failed = async () =>
      (await floor.operator.get<{ rows: unknown[] }>('/v1/site/lots?firstOff=failed')).rows.length;
    expect(await failed()).toBe(1);
    later(1);
    await sign((await pieceOf(2)).windowCode);
    expect(await failed()).toBe(0);
  });

  test('is not signed on an envelope of another lot', async () => {
    const other = await putIntoLot(t.database, floor.site, await letters(1), { lot: 'printing', pieces: ['planned'] });
    const windowCode = formatMark({ kind: 'window', site: floor.site.code, lot: other.lotNumber, piece: 1, copy: 1 });
    const answer = await sign(windowCode);
    expect([answer.status, answer.body.code]).toEqual([409, 'first_off_of_other_lot']);
  });
});

describe('a masked letter', () => {
  const revealed = () => `/v1/site/letters/${lot.pieceIds[0]!.split('.')[0]}/revealed`;
  const letter = () => lot.pieceIds[0]!.split('.')[0]!;

  test('shows the floor neither name nor street, and is refused to who has not said why', async () => {
    const { body } = await floor.operator.call('GET', `/v1/site/letters/${letter()}`);
    expect(JSON.stringify(body)).not.toMatch(/Fontaine|Lilas/i);
    expect(await refusal(floor.operator, 'GET', revealed())).toEqual([403, 'reveal_needed']);
    expect(await refusal(floor.operator, 'POST', `/v1/site/letters/${letter()}/reveal`, {})).toEqual([
      422,
      'request_invalid',
    ]);
  });

  test('is shown with a reason for some minutes, to that caller alone; then the server refuses', async () => {
    const shown = await floor.operator.post<{ address: string[]; until: string }>(
      `/v1/site/letters/${letter()}/reveal`,
      { reason: 'address_unreadable', text: 'Rang Monsieur Durand about it' },
    );
    expect(shown.address.join(' ')).toMatch(/FONTAINE.*LILAS/i);
    expect(Date.parse(shown.until) - now.getTime()).toBe(300_000);
    expect(await floor.operator.get(revealed())).toMatchObject({ reason: 'address_unreadable' });
    const colleague = await t.makeKey({ role: 'operator', siteId: floor.site.id, name: 'colleague' });
    expect(await refusal(colleague, 'GET', revealed())).toEqual([403, 'reveal_needed']);
    later(5);
    expect(await refusal(floor.operator, 'GET', revealed())).toEqual([403, 'reveal_over']);
    expect(await refusal(floor.operator, 'GET', `${revealed()}/1.png`)).toEqual([403, 'reveal_over']);
  });

  test('tells its sender who saw it, in which role, why and until when, and nothing of what was seen', async () => {
    const told = await events(floor.customer, '/v1/events');
    expect(told).toContainEqual(expect.objectContaining({ type: 'letter.revealed', reason: 'address_unreadable' }));
    const { timeline } = await floor.customer.get<{ timeline: { event: string; words: string }[] }>(
      `/v1/letters/${letter()}`,
    );
    const entry = timeline.find(({ event }) => event === 'letter.revealed');
    expect(entry?.words).toMatch(/shown to a person of the print room \(operator, operator:key_.*address unreadable/);
    const stored = await t.database.asOwner<{ text: string }>(`select data::text as text from pli.events`);
    expect(stored.some(({ text }) => /Fontaine|Lilas|Durand/i.test(text))).toBe(false);
  });
});

describe('the end of the day', () => {
  const day = () => new Date(now.getTime() + 3_600_000).toISOString().slice(0, 10); // Paris
  const dayAfter = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

  test('is signed when everything open is explained with a later day and an owner, once, by a supervisor', async () => {
    const open = await floor.operator.get<SiteDay>(`/v1/site/days/${day()}`);
    expect(open.open.length).toBeGreaterThan(2);
    expect(open.closing).toBeNull();
    const path = `/v1/site/days/${day()}/close`;
    const hands = await t.makeKey({
      role: 'operator',
      siteId: floor.site.id,
      name: 'hands',
      scopes: ['floor:read', 'floor:write'],
    });
    expect(await refusal(hands, 'POST', path, {})).toEqual([403, 'scope_missing']);
    expect(await refusal(floor.operator, 'POST', path, {})).toEqual([409, 'day_not_explained']);
    expect(await refusal(floor.operator, 'POST', `/v1/site/days/${dayAfter(3)}/close`, {})).toEqual([
      409,
      'day_not_come',
    ]);
    const carriedOver = open.open.map(({ cause }) => ({
      cause,
      reason: 'waits_for_carrier',
      until: dayAfter(3),
      owner: 'supervisor',
    }));
    const signed = await floor.operator.post<SiteDay>(path, { carriedOver });
    expect(signed.closing).toMatchObject({ day: day(), figures: { firstOffs: { passed: 1, failed: 1 } } });
    expect(signed.closing?.carriedOver).toHaveLength(carriedOver.length);
    expect(await refusal(floor.operator, 'POST', path, { carriedOver })).toEqual([409, 'day_closed']);
    const next = await floor.operator.get<SiteDay>(`/v1/site/days/${dayAfter(2)}`);
    expect(next.carriedFrom).toMatchObject({ day: signed.day });
  });
});
