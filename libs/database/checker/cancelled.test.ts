import { countsOf, openCheckedWorld, type CheckedWorld } from '../testing/checked-world.ts';

let world: CheckedWorld;
beforeAll(async () => {
  world = await openCheckedWorld();
});
afterAll(() => world?.close());

const findingsOf = async (...statements: string[]) =>
  (await world.tampered(statements)).findings.filter(({ part }) => part === 'cancelled').map(({ text }) => text);

test('a letter that is cancelled and posted is found, by its copy and by the deposit that took it', async () => {
  const letter = world.order.letterIds[0];
  const cancelled = `update pli.letters set state = 'cancelled' where id = '${letter}'`;
  expect(await findingsOf(cancelled)).toEqual([expect.stringMatching(/cancelled, and the copy was accepted/)]);
  const spoiled = `update pli.pieces set state = 'spoiled' where letter_id = '${letter}'`;
  const job = `insert into pli.irreversible_steps (step, letter_id, copy, site_id, mode, job, at)
    select 'hand_off', '${letter}', 1, '${world.site.id}', 'test', 'D7', now()`;
  expect(await findingsOf(cancelled, spoiled, job)).toEqual([expect.stringMatching(/left with deposit D7/)]);
});

test('an order is cancelled when all its letters are, and then only', async () => {
  const order = world.open.id;
  const [one] = world.open.letterIds;
  const cancelled = (ids: string) => `update pli.letters set state = 'cancelled' where ${ids}`;
  expect(await findingsOf(cancelled(`order_id = '${order}'`))).toEqual([
    'is submitted, and 2 of its 2 letters are cancelled',
  ]);
  expect(
    await findingsOf(cancelled(`id = '${one}'`), `update pli.orders set state = 'cancelled' where id = '${order}'`),
  ).toEqual(['is cancelled, and 1 of its 2 letters are cancelled']);
});

test('the untouched world has nothing of it', async () => {
  expect(countsOf(await world.verify())).toEqual({});
});
