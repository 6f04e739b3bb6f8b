import { demonstrationProfile } from '#domain/site-profiles';
import { openHouse, type House } from '../../../workflows/testing/house.ts';
import { Schedules } from './schedules.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const intervalOf = async (id: string) => {
  const { spec, info } = await house.temporal.client.schedule.getHandle(id).describe();
  return { seconds: (spec.intervals?.[0]?.every ?? 0) / 1000, created: info.createdAt.getTime() };
};

test('each site has its three schedules, made once, and changed when its profile asks for another pace', async () => {
  const site = await house.site();
  await Promise.all(
    [new Schedules(house.db.worker, house.temporal.client), new Schedules(house.db.worker, house.temporal.client)].map(
      (s) => s.ensure(new Date()),
    ),
  );
  const first = await intervalOf(`formLots/${site.id}`);
  expect(first.seconds).toBe(5);
  expect([
    (await intervalOf(`pollTracking/${site.id}`)).seconds,
    (await intervalOf(`erase/${site.id}`)).seconds,
  ]).toEqual([15, 36]);

  const slower = { ...demonstrationProfile, lots: { ...demonstrationProfile.lots, maxWaitSeconds: 7200 } };
  await house.db.asOwner(`update pli.profiles set data = $2 where site_id = $1 and kind = 'site'`, [
    site.id,
    JSON.stringify(slower),
  ]);
  await new Schedules(house.db.worker, house.temporal.client).ensure(new Date());
  expect(await intervalOf(`formLots/${site.id}`)).toEqual({ seconds: 60, created: first.created });
});

test('a site that is not yet described by a profile is passed over, not in the way of others', async () => {
  const [bare, ready] = [await house.site(), await house.site()];
  await house.db.asOwner(`delete from pli.profiles where site_id = $1`, [bare.id]);
  await new Schedules(house.db.worker, house.temporal.client).ensure(new Date());
  await expect(intervalOf(`formLots/${bare.id}`)).rejects.toThrow();
  expect((await intervalOf(`formLots/${ready.id}`)).seconds).toBe(5);
});
