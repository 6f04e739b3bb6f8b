import fc from 'fast-check';
import { holidayOn } from './holidays.ts';
import { isOpenAt, openTimeAfter, opensNext, spansOn, type KnownHours, type OpeningHours } from './opening-hours.ts';
import { usualSupport } from './support-profile.ts';

const known = (hours: OpeningHours): KnownHours => ({ ...hours, holidayOn: (day) => holidayOn(hours.holidays, day) });
const office = known(usualSupport.hours);
const FOUR_HOURS = 4 * 3600;
const due = (at: string, hours: KnownHours = office) => openTimeAfter(hours, new Date(at), FOUR_HOURS).toISOString();

test.each([
  // 2027-03-16 is a Tuesday; Paris is an hour ahead of UTC in winter, two in summer.
  ['asked in the morning, the same afternoon', '2027-03-16T08:12:00Z', '2027-03-16T13:12:00.000Z'],
  ['the break at noon does not count', '2027-03-16T11:00:00Z', '2027-03-16T16:00:00.000Z'],
  ['asked in the afternoon, the next morning', '2027-03-16T15:00:00Z', '2027-03-17T10:00:00.000Z'],
  ['asked at night, counted from the opening', '2027-03-16T22:30:00Z', '2027-03-17T13:00:00.000Z'],
  ['asked on Friday evening, on Monday', '2027-03-19T16:12:00Z', '2027-03-22T11:12:00.000Z'],
  ['asked on Saturday, on Monday', '2027-03-20T09:00:00Z', '2027-03-22T13:00:00.000Z'],
  // Good Friday is none in Paris; Easter Monday, the 29th of March 2027, is one, and the clocks go on the night before.
  ['over Easter and into summer time', '2027-03-26T15:00:00Z', '2027-03-30T09:00:00.000Z'],
  ['over Christmas', '2027-12-24T16:30:00Z', '2027-12-27T11:30:00.000Z'],
])('four opening hours: %s', (_what, at, expected) => {
  expect(due(at)).toBe(expected);
});

test('days of their own: closed ones do not count, special ones count by their hours', () => {
  const hours = known({
    ...usualSupport.hours,
    closed: ['2027-03-17'],
    special: [{ day: '2027-03-18', spans: [{ from: '10:00', to: '12:00' }] }],
  });
  // One hour left on Tuesday, none on Wednesday, two on Thursday, one on Friday morning.
  expect(due('2027-03-16T16:00:00Z', hours)).toBe('2027-03-19T09:00:00.000Z');
  const sunday = known({
    ...usualSupport.hours,
    special: [{ day: '2027-03-21', spans: [{ from: '00:00', to: '24:00' }] }],
  });
  expect(due('2027-03-20T09:00:00Z', sunday)).toBe('2027-03-21T03:00:00.000Z');
});

test('time that ends with the day is due at closing, not the next morning', () => {
  expect(due('2027-03-16T13:00:00Z')).toBe('2027-03-16T17:00:00.000Z');
});

test('it is open from an hour until before another, and opens next', () => {
  const at = (text: string) => new Date(text);
  expect(isOpenAt(office, at('2027-03-16T08:00:00Z'))).toBe(true);
  expect(isOpenAt(office, at('2027-03-16T11:29:59Z'))).toBe(true);
  expect(isOpenAt(office, at('2027-03-16T11:30:00Z'))).toBe(false);
  expect(opensNext(office, at('2027-03-16T11:30:00Z')).toISOString()).toBe('2027-03-16T12:30:00.000Z');
  expect(opensNext(office, at('2027-12-24T17:00:00Z')).toISOString()).toBe('2027-12-27T08:00:00.000Z');
  expect(opensNext(office, at('2027-03-16T09:00:00Z'))).toEqual(at('2027-03-16T09:00:00Z'));
});

test('hours that are never open are refused', () => {
  const never = known({ ...usualSupport.hours, week: [[], [], [], [], [], [], []] });
  expect(() => due('2027-03-16T09:00:00Z', never)).toThrow(expect.objectContaining({ code: 'hours_never_open' }));
  expect(() => opensNext(never, new Date())).toThrow(expect.objectContaining({ code: 'hours_never_open' }));
});

test('whatever the instant, exactly that much opening time lies before the end', () => {
  const HALF_HOUR = 1_800_000;
  const halfHours = fc.integer({ min: 0, max: 365 * 48 });
  fc.assert(
    fc.property(halfHours, fc.integer({ min: 1, max: 30 }), (start, length) => {
      const at = new Date(Date.UTC(2027, 0, 1) + start * HALF_HOUR);
      const end = openTimeAfter(office, at, length * 1800);
      // The office opens and closes at full and half hours, so each half hour is open or closed as a whole.
      let open = 0;
      for (let t = at.getTime(); t < end.getTime(); t += HALF_HOUR) if (isOpenAt(office, new Date(t))) open++;
      expect(open).toBe(length);
      expect(isOpenAt(office, new Date(end.getTime() - 1))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a day lists its spans in order', () => {
  const hours = known({
    ...usualSupport.hours,
    week: [
      [
        { from: '14:00', to: '15:00' },
        { from: '08:00', to: '09:00' },
      ],
    ],
  });
  expect(spansOn(hours, '2027-03-15').map(({ from }) => from)).toEqual(['08:00', '14:00']);
});
