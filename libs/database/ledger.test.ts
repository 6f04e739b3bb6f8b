import { newId } from '#contracts/new-id';
import type { inLedger } from './ledger.ts';
import { inScope, siteScope } from './scope.ts';
import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';
import { makeAccount, makeOrder, makeSite, write, type TestAccount, type TestSite } from './testing/fixtures.ts';

let db: TestDatabase;
let site: TestSite;
let account: TestAccount;
beforeAll(async () => {
  db = await cloneDatabase();
  site = await makeSite(db.api);
  account = await makeAccount(db.api, site);
});
afterAll(() => db?.drop());

/** The events of a subject as its site sees them. */
const eventsOf = (id: string) =>
  inScope(db.worker, site.scope, (sql) =>
    sql<{ number: number; type: string; data: { set: Record<string, unknown> } }>(
      'select number, type, data from pli.events where subject_id = $1 order by number',
      [id],
    ),
  );

test('a change writes the row and its event in one transaction', async () => {
  const { letterIds } = await makeOrder(db.api, account, site);
  const [letter = ''] = letterIds;
  const at = new Date('2027-01-04T09:30:00.123Z');
  await write(
    db.worker,
    site.scope,
    (tx) =>
      tx.change('letter', 'letter.composed', [
        { id: letter, set: { state: 'composed', sheets: 2, composed_hash: Buffer.from('ab', 'hex') } },
      ]),
    at,
  );
  const [row] = await inScope(db.worker, site.scope, (sql) =>
    sql('select state, sheets, state_since, composed_hash from pli.letters where id = $1', [letter]),
  );
  expect(row).toEqual({ state: 'composed', sheets: 2, state_since: at, composed_hash: Buffer.from('ab', 'hex') });
  expect((await eventsOf(letter)).at(-1)).toMatchObject({
    type: 'letter.composed',
    data: { set: { state: 'composed', sheets: 2, state_since: at.toISOString(), composed_hash: '\\xab' } },
  });
});

test('what failed leaves neither row nor event nor number', async () => {
  const { letterIds } = await makeOrder(db.api, account, site);
  const [letter = ''] = letterIds;
  const before = await eventsOf(letter);
  const failing = write(db.worker, site.scope, async (tx) => {
    await tx.change('letter', 'letter.composed', [{ id: letter, set: { state: 'composed' } }]);
    throw new Error('the worker dies');
  });
  await expect(failing).rejects.toThrow('the worker dies');
  expect(await eventsOf(letter)).toEqual(before);
  const { letterIds: next } = await makeOrder(db.api, account, site);
  const [event] = await eventsOf(next[0] ?? '');
  const [order] = await eventsOf(letter);
  expect(event?.number).toBe((order?.number ?? 0) + 3); // document, order, letter: no number was lost
});

test('content never reaches the ledger', async () => {
  const { letterIds } = await makeOrder(db.api, account, site);
  const told = JSON.stringify(await eventsOf(letterIds[0] ?? ''));
  expect(told).not.toMatch(/FONTAINE|LILAS|facture 1|\b75011\b|MOULINS/);
});

describe('the life cycle guards every change', () => {
  test('a letter cannot jump over a state', async () => {
    const { letterIds } = await makeOrder(db.api, account, site);
    const jump = write(db.worker, site.scope, (tx) =>
      tx.change('letter', 'letter.delivered', [{ id: letterIds[0] ?? '', set: { state: 'delivered' } }]),
    );
    await expect(jump).rejects.toMatchObject({ code: 'state_conflict', retry: 'never' });
  });

  test('a rule may narrow the life cycle and never widen it', async () => {
    const { letterIds } = await makeOrder(db.api, account, site);
    const id = letterIds[0] ?? '';
    const widened = write(db.worker, site.scope, (tx) =>
      tx.change('letter', 'letter.delivered', [{ id, set: { state: 'delivered' } }], { from: ['accepted'] }),
    );
    await expect(widened).rejects.toMatchObject({ code: 'state_conflict' });
    const narrowed = write(db.worker, site.scope, (tx) =>
      tx.change('letter', 'letter.refused', [{ id, set: { state: 'refused' } }], { from: ['pooled'] }),
    );
    await expect(narrowed).rejects.toMatchObject({ code: 'state_conflict' });
  });

  test('skip changes those that may and answers which', async () => {
    const { letterIds } = await makeOrder(db.api, account, site, { letters: 3 });
    const [first = '', ...others] = letterIds;
    const refuse = (ids: string[], otherwise: 'skip' | 'throw') =>
      write(db.worker, site.scope, (tx) =>
        tx.change(
          'letter',
          'letter.refused',
          ids.map((id) => ({ id, set: { state: 'refused' } })),
          { otherwise },
        ),
      );
    await refuse([first], 'throw');
    await expect(refuse(letterIds, 'throw')).rejects.toMatchObject({ code: 'state_conflict' });
    expect((await refuse(letterIds, 'skip')).sort()).toEqual(others.sort());
    expect(await eventsOf(first)).toHaveLength(2);
  });
});

describe('a row can never part from its fold', () => {
  const change = (changes: Parameters<Parameters<Parameters<typeof inLedger>[4]>[0]['change']>[2]) =>
    write(db.worker, site.scope, (tx) => tx.change('letter', 'letter.changed', changes));

  test('changes of one call must be of one shape', async () => {
    await expect(
      change([
        { id: 'a', set: { pages: 1 } },
        { id: 'b', set: { sheets: 1 } },
      ]),
    ).rejects.toThrow('the same columns');
    await expect(
      change([
        { id: 'a', set: { state: 'composed' } },
        { id: 'b', set: { state: 'pooled' } },
      ]),
    ).rejects.toThrow('the same state');
    await expect(
      change([
        { id: 'a', set: { pages: 1 } },
        { id: 'a', set: { pages: 2 } },
      ]),
    ).rejects.toThrow('once in one call');
  });
  test('what the ledger tells cannot be changed beside it', async () => {
    await expect(change([{ id: 'a', set: {}, content: { pages: 9 } }])).rejects.toThrow('told by the ledger');
  });
});

test('more than 500 events in one transaction are refused', async () => {
  const telling = (n: number) =>
    write(db.worker, site.scope, async (tx) => {
      for (let i = 0; i < n; i++) tx.tell(`site/${site.id}`, 'lot', 'lot_x', 'lot.looked_at', {});
    });
  await telling(500);
  await expect(telling(501)).rejects.toThrow('501 events in one transaction');
});

test('nobody writes into a stream outside their scope', async () => {
  const other = await makeSite(db.api);
  const tell = (stream: string) =>
    write(db.worker, site.scope, async (tx) => tx.tell(stream, 'lot', newId('lot'), 'lot.looked_at', {}));
  await expect(tell(`site/${other.id}`)).rejects.toThrow('out of scope');
  await expect(tell('provider')).rejects.toThrow('out of scope');
  await expect(
    inScope(db.worker, siteScope(site.id), (sql) => sql(`update pli.streams set mode = 'live'`)),
  ).rejects.toThrow('permission denied');
});
