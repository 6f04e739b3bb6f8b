import { floorTimeline, type FloorEvent } from './floor-timeline.ts';

const hour = (minute: number) => new Date(Date.UTC(2027, 2, 16, 18, minute));
const event = (type: string, data: FloorEvent['data'] = {}, minute = 0, recorded = minute): FloorEvent => ({
  type,
  subject: type.split('.')[0] ?? '',
  subject_id: 'x',
  at: hour(minute),
  recorded_at: hour(recorded),
  actor: 'test',
  data,
});
const names = new Map([
  ['dep_1', 'deposit 12'],
  ['tray_1', 'tray 7'],
]);
const told = (...events: FloorEvent[]) =>
  floorTimeline(
    events,
    (id) => names.get(id ?? ''),
    () => null,
  );

test('reasons are told in words, trays and deposits by their numbers', () => {
  const words = told(
    event('piece.suspect', { set: { reason_code: 'beside_gap' } }),
    event('piece.found_trayed', { set: { reason_code: 'window_checked', tray_id: 'tray_1' } }),
    event('piece.put_into_deposit', { set: { deposit_id: 'dep_1' } }),
  ).map((entry) => entry.words);
  expect(words).toEqual([
    'Suspect: no machine can vouch for it. Why: a neighbour of it is missing or lacks a sheet, which may be inside.',
    'Scanned into tray 7 by a person. Why: window checked.',
    'Its tray was put into deposit 12.',
  ]);
});

test('the slip is typed in before what it tells, though its stamp bears an earlier hour', () => {
  const story = told(
    event('piece.handed_over', {}, 1),
    event('piece.accepted', {}, 20, 46),
    event('deposit.accepted', {}, 20, 47),
    event('deposit.slip_typed_in', {}, 45),
  );
  expect(story.map((entry) => entry.event)).toEqual([
    'piece.handed_over',
    'deposit.slip_typed_in',
    'piece.accepted',
    'deposit.accepted',
  ]);
});
