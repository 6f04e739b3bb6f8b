import { eventTypes, nearestPatterns } from './event-types.ts';
import { noticeEvents } from './telling.ts';

test('mail notices tell of events that there are', () => {
  for (const types of Object.values(noticeEvents)) for (const type of types) expect(eventTypes).toContain(type);
});

test('what was probably meant is named first', () => {
  expect(nearestPatterns('letter.delivred')[0]).toBe('letter.delivered');
  expect(nearestPatterns('Letter.Returned')[0]).toBe('letter.returned');
  expect(nearestPatterns('letters.*')[0]).toBe('letter.*');
  expect(nearestPatterns('order.end')[0]).toBe('order.ended');
  expect(nearestPatterns('invoice.paid')).toEqual([]);
});
