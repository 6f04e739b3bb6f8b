import { isOpenAt, isWorkingDay, openTimeBefore, workingDayAfter } from './calendars.ts';
import { depositDay, nextSlot, planDeposit, planOfSlot, promisedDay } from './deposit-planning.ts';
import type { SiteCalendars } from './deposit-planning.ts';
import { holidayOn, withHolidays } from './holidays.ts';
import { instantAt, localDateOf, localTimeOf } from './local-time.ts';
import type { SiteProfile } from './profiles.ts';
import { demonstrationProfile, frenchPrintRoomProfile } from './site-profiles.ts';

const calendarsOf = (profile: SiteProfile): SiteCalendars => ({
  site: withHolidays(profile.site),
  depositPoint: { ...withHolidays(profile.depositPoint), limit: profile.depositPoint.limit },
  delivery: withHolidays(profile.delivery),
});
const room = calendarsOf(frenchPrintRoomProfile);
const paris = (text: string) => instantAt(text.slice(0, 10), text.slice(11), 'Europe/Paris');
const clock = (at: Date) => `${localDateOf(at, 'Europe/Paris')} ${localTimeOf(at, 'Europe/Paris')}`;

describe('holidays', () => {
  test.each([
    ['FR', '2027-07-14', true],
    ['FR', '2027-03-29', true], // Easter Monday
    ['FR', '2027-03-26', false], // Good Friday
    ['FR-57', '2027-03-26', true],
    ['FR-67', '2027-12-26', true],
    ['FR', '2027-12-26', false],
    ['FR-GP', '2027-05-27', true], // abolition of slavery
    ['FR-MQ', '2027-05-22', true],
    ['FR-RE', '2027-12-20', true],
    ['FR-YT', '2027-04-27', true],
    ['FR-GF', '2027-06-10', true],
    ['none', '2027-12-25', false],
  ] as const)('in %s, %s is a public holiday: %s', (region, day, holiday) => {
    expect(holidayOn(region, day) !== undefined).toBe(holiday);
  });
});

test('Saturday is no working day of the site, but one of delivery', () => {
  expect(isWorkingDay(room.site, '2027-03-20')).toBe(false);
  expect(isWorkingDay(room.delivery, '2027-03-20')).toBe(true);
  expect(isWorkingDay(room.delivery, '2027-03-21')).toBe(false);
});

test("a site's own closed and open days go before weekdays and holidays", () => {
  const site = { ...room.site, closed: ['2027-03-16'], open: ['2027-07-14'] };
  expect(isWorkingDay(site, '2027-03-16')).toBe(false);
  expect(isWorkingDay(site, '2027-07-14')).toBe(true);
});

test('a place is open from its first minute and shut from its closing minute', () => {
  expect(isOpenAt(room.site, paris('2027-03-16 06:00'))).toBe(true);
  expect(isOpenAt(room.site, paris('2027-03-16 20:00'))).toBe(false);
  expect(isOpenAt(room.site, paris('2027-03-20 10:00'))).toBe(false);
});

describe('J', () => {
  test.each([
    ['2027-03-16 17:59', '2027-03-16', 'before the limit'],
    ['2027-03-16 18:00', '2027-03-17', 'at the limit, which is not before it'],
    ['2027-03-19 18:30', '2027-03-22', 'Friday evening becomes Monday'],
    ['2027-03-20 09:00', '2027-03-22', 'no deposits on Saturday'],
    ['2027-05-05 19:00', '2027-05-07', 'the next day is Ascension'],
  ])('of a deposit accepted %s is %s: %s', (accepted, j) => {
    expect(depositDay(room.depositPoint, paris(accepted))).toBe(j);
  });

  test('is right in both summer and winter time', () => {
    expect(depositDay(room.depositPoint, new Date('2027-03-26T16:59:59Z'))).toBe('2027-03-26'); // 17:59 winter
    expect(depositDay(room.depositPoint, new Date('2027-03-30T16:00:00Z'))).toBe('2027-03-31'); // 18:00 summer
    expect(depositDay(room.depositPoint, new Date('2027-03-30T15:59:59Z'))).toBe('2027-03-30');
  });

  test('+ 2 counts Saturday and not Sunday, nor a holiday', () => {
    expect(promisedDay(room.delivery, '2027-03-18', 2)).toBe('2027-03-20');
    expect(promisedDay(room.delivery, '2027-03-19', 2)).toBe('2027-03-22');
    expect(promisedDay(room.delivery, '2027-03-26', 2)).toBe('2027-03-30'); // Easter Monday is not one
    expect(workingDayAfter(room.delivery, '2027-03-19', 0)).toBe('2027-03-19');
  });
});

describe('the change of summer time', () => {
  test('an hour that does not exist is taken after the gap, one that comes twice the first time', () => {
    expect(instantAt('2027-03-28', '02:30', 'Europe/Paris').toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(instantAt('2027-10-31', '02:30', 'Europe/Paris').toISOString()).toBe('2027-10-31T00:30:00.000Z');
    expect(instantAt('2027-10-30', '24:00', 'Europe/Paris').toISOString()).toBe('2027-10-30T22:00:00.000Z');
  });

  test('six open hours back over the night of the change are six hours that really pass', () => {
    const nights = { ...room.site, weekdays: [1, 2, 3, 4, 5, 6, 7], hours: { from: '00:00', to: '24:00' } };
    const spring = openTimeBefore(nights, paris('2027-03-28 06:00'), 6 * 3600);
    expect(clock(spring)).toBe('2027-03-27 23:00');
    expect(clock(openTimeBefore(nights, paris('2027-10-31 06:00'), 6 * 3600))).toBe('2027-10-31 01:00');
  });
});

test('cut-off, latest print and latest insertion of the morning truck lie on the day before when the morning is too short', () => {
  const plan = planOfSlot(frenchPrintRoomProfile, room, paris('2027-03-22 07:30'));
  expect(clock(plan.latestInsertionAt)).toBe('2027-03-22 07:00');
  expect(clock(plan.latestPrintAt)).toBe('2027-03-19 19:30'); // 60 minutes on Monday, 30 on Friday
  expect(clock(plan.cutOffAt)).toBe('2027-03-19 18:30');
});

test('a letter ready after the cut-off of one truck goes with the next', () => {
  const plan = (ready: string) => clock(planDeposit(frenchPrintRoomProfile, room, paris(ready)).slotAt);
  expect(plan('2027-03-16 08:29')).toBe('2027-03-16 11:30');
  expect(plan('2027-03-16 08:30')).toBe('2027-03-16 16:30');
  expect(plan('2027-03-16 15:00')).toBe('2027-03-17 11:30');
  expect(plan('2027-03-19 15:00')).toBe('2027-03-22 11:30');
});

test('a send date is the planned deposit date: the letter is not made while an earlier deposit could take it', () => {
  const plan = planDeposit(frenchPrintRoomProfile, room, paris('2027-03-16 08:00'), '2027-03-25');
  expect(clock(plan.slotAt)).toBe('2027-03-25 11:30');
  expect(plan.j).toBe('2027-03-25');
  expect(clock(plan.notBeforeAt!)).toBe('2027-03-24 13:30');
});

test('a send date on a holiday moves to the next deposit day, and one that is past counts as none', () => {
  expect(planDeposit(frenchPrintRoomProfile, room, paris('2027-05-03 08:00'), '2027-05-06').j).toBe('2027-05-07');
  expect(planDeposit(frenchPrintRoomProfile, room, paris('2027-05-03 08:00'), '2027-04-01')).not.toHaveProperty(
    'notBeforeAt',
  );
});

describe('the demonstration', () => {
  const demo = calendarsOf(demonstrationProfile);
  const at = new Date('2027-12-25T23:59:57.500Z');

  test('has a slot every ten seconds, also at night on Christmas', () => {
    expect(nextSlot(demonstrationProfile.depositSlots, demo.site, at).toISOString()).toBe('2027-12-26T00:00:00.000Z');
    expect(nextSlot(demonstrationProfile.depositSlots, demo.site, new Date('2027-12-26T00:00:00Z')).toISOString()).toBe(
      '2027-12-26T00:00:10.000Z',
    );
  });

  test('gives a letter the first slot that it can still reach', () => {
    const plan = planDeposit(demonstrationProfile, demo, at);
    expect(plan.cutOffAt.getTime()).toBeGreaterThan(at.getTime());
    expect(plan.slotAt.toISOString()).toBe('2027-12-26T00:00:10.000Z');
    expect(plan.j).toBe('2027-12-26');
  });

  test('plans a send date far ahead without going through every slot', () => {
    const started = performance.now();
    const plan = planDeposit(demonstrationProfile, demo, at, '2029-06-01');
    expect(performance.now() - started).toBeLessThan(500);
    expect(plan.j).toBe('2029-06-01');
    expect(plan.slotAt.toISOString()).toBe('2029-05-31T22:00:00.000Z');
  });
});

test('a calendar that is never open says so instead of searching for ever', () => {
  expect(() => workingDayAfter({ ...room.site, weekdays: [] }, '2027-01-01', 1)).toThrow('no working day');
});
