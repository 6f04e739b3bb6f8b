import fc from 'fast-check';
import { rightsNotHeld } from './granting.ts';

test('nobody grants what they do not hold, whatever is asked', () => {
  const rights = fc.subarray(['orders:read', 'orders:write', 'people:read', 'people:write', 'keys:write']);
  fc.assert(
    fc.property(rights, rights, (given, held) => {
      const refused = rightsNotHeld(given, held);
      expect(given.filter((right) => !refused.includes(right)).every((right) => held.includes(right))).toBe(true);
      expect(refused.some((right) => held.includes(right))).toBe(false);
    }),
  );
  expect(rightsNotHeld(['orders:read', 'keys:write'], ['orders:read'])).toEqual(['keys:write']);
});
