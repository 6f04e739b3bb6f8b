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
  const left = expect.stringMatching(new RegExp(`left with deposit ${world.site.code}-1`)) as string;
  expect((await findingsOf(cancelled)).sort()).toEqual([
    expect.stringMatching(/cancelled, and the copy left/),
    expect.stringMatching(/cancelled, and the copy was accepted/),
  ]);
  const spoiled = `update pli.pieces set state = 'spoiled' where letter_id = '${letter}'`;
  expect(await findingsOf(cancelled, spoiled)).toEqual([left]);
  const undone = `update pli.irreversible_steps set undone_at = at, undone_by = 'scan' where step = 'hand_off' and letter_id = '${letter}'`;
  expect(await findingsOf(cancelled, spoiled, undone)).toEqual([]);
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
