import { withHolidays } from './holidays.ts';
import { lastPlanOfDay, standingOfLot, standingOfTray, standingOfWait } from './punctuality.ts';
import { demonstrationProfile, frenchPrintRoomProfile } from './site-profiles.ts';
import { nextCutOff, nextTrucks } from './trucks.ts';

const french = frenchPrintRoomProfile;
const calendars = {
  site: withHolidays(french.site),
  depositPoint: { ...withHolidays(french.depositPoint), limit: french.depositPoint.limit },
  delivery: withHolidays(french.delivery),
};
const at = (text: string) => new Date(`${text}+01:00`); // Paris, winter
const tuesday = '2027-01-12';

test('the last truck of a day is the last one that the carrier still counts for it', () => {
  expect(lastPlanOfDay(french, calendars, tuesday)?.slotAt).toEqual(at('2027-01-12T16:30'));
  // No deposits on a Sunday.
  expect(lastPlanOfDay(french, calendars, '2027-01-10')).toBeUndefined();
});

test('a truck behind the limit hour counts for the next deposit day', () => {
  const late = { ...french, depositSlots: { kind: 'daily', times: ['19:00'] } } as const;
  expect(lastPlanOfDay(late, calendars, tuesday)?.slotAt).toEqual(at('2027-01-11T19:00'));
  // Friday's evening truck is Monday's deposit.
  expect(lastPlanOfDay(late, calendars, '2027-01-18')?.slotAt).toEqual(at('2027-01-15T19:00'));
});

test('a truck every few seconds: the last before midnight', () => {
  const open = {
    ...calendars,
    depositPoint: { ...withHolidays(demonstrationProfile.site), limit: '24:00' },
    site: withHolidays(demonstrationProfile.site),
  };
  expect(lastPlanOfDay(demonstrationProfile, open, tuesday)?.slotAt).toEqual(at('2027-01-12T23:59:50'));
});

test('a lot is at risk when the time of its step has begun, and late when that is over', () => {
  const plan = lastPlanOfDay(french, calendars, tuesday);
  // 16:30 less half an hour to seal, ninety minutes to insert, an hour to print.
  expect([plan?.cutOffAt, plan?.latestPrintAt, plan?.latestInsertionAt]).toEqual(
    ['13:30', '14:30', '16:00'].map((hour) => at(`2027-01-12T${hour}`)),
  );
  const standing = (state: 'assembled' | 'printed' | 'reconciling', hour: string) =>
    standingOfLot({ state, deadlineAt: null }, plan, at(`2027-01-12T${hour}`));
  expect(['13:29', '13:30', '14:29', '14:30'].map((hour) => standing('assembled', hour))).toEqual([
    'on_time',
    'at_risk',
    'at_risk',
    'late',
  ]);
  expect(['14:29', '14:30', '16:00'].map((hour) => standing('printed', hour))).toEqual(['on_time', 'at_risk', 'late']);
  expect(['15:59', '16:00', '16:30'].map((hour) => standing('reconciling', hour))).toEqual([
    'on_time',
    'at_risk',
    'late',
  ]);
});

test('its own deadline makes a lot late whatever the truck, and a closed one is on time', () => {
  const plan = lastPlanOfDay(french, calendars, tuesday);
  const now = at('2027-01-12T08:00');
  expect(standingOfLot({ state: 'printing', deadlineAt: now }, plan, now)).toBe('late');
  expect(standingOfLot({ state: 'closed', deadlineAt: null }, plan, at('2027-01-13T08:00'))).toBe('on_time');
});

test('an open tray must be sealed in the time before its truck; a sealed one is late when its truck has left', () => {
  const plan = lastPlanOfDay(french, calendars, tuesday);
  const open = { state: 'open', deadlineAt: null } as const;
  expect(['15:59', '16:00', '16:30'].map((hour) => standingOfTray(open, plan, at(`2027-01-12T${hour}`)))).toEqual([
    'on_time',
    'at_risk',
    'late',
  ]);
  const sealed = { state: 'sealed', deadlineAt: at('2027-01-12T16:30') } as const;
  expect(['16:29', '16:30'].map((hour) => standingOfTray(sealed, plan, at(`2027-01-12T${hour}`)))).toEqual([
    'on_time',
    'late',
  ]);
});

test('what merely waits is at risk in the last quarter of its wait', () => {
  const [since, until] = [at('2027-01-12T08:00'), at('2027-01-12T12:00')];
  expect(
    ['10:59', '11:00', '11:59', '12:00'].map((hour) => standingOfWait(since, until, at(`2027-01-12T${hour}`))),
  ).toEqual(['on_time', 'at_risk', 'at_risk', 'late']);
  expect(standingOfWait(since, null, until)).toBe('on_time');
});

test('the next cut-off is of the first truck that can still be caught', () => {
  // At 9:00 the cut-off of 11:30 (8:30) is over; 16:30 has its own at 13:30.
  expect(nextCutOff(french, calendars, at('2027-01-12T09:00'))).toEqual(at('2027-01-12T13:30'));
  expect(nextTrucks(french, calendars, at('2027-01-12T12:00'), 2).map(({ slotAt }) => slotAt)).toEqual([
    at('2027-01-12T16:30'),
    at('2027-01-13T11:30'),
  ]);
});
