import { waitsOf } from './floor-waiting.ts';

test('what is told to wait for nothing has no deadline any more, whatever its row remembers', () => {
  const row = {
    state: 'missing_at_deposit',
    state_since: new Date('2027-03-16T10:00:00Z'),
    deadline_at: new Date('2027-03-21T10:00:00Z'),
  };
  expect(waitsOf('piece', row)).toMatchObject({
    until: '2027-03-21T10:00:00.000Z',
    waiting: { for: expect.any(String) as string },
  });
  expect(waitsOf('piece', row, undefined)).toMatchObject({ until: null, waiting: null });
});
