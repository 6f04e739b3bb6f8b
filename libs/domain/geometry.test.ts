import { acceptGeometry, geometryFaults, windowFaults } from './geometry-check.ts';
import { specimenGeometry } from './geometry-profiles.ts';
import {
  addressLineCapacity,
  alwaysVisible,
  clearZone,
  envelopeFormats,
  freeSheetCodeZone,
  overlaps,
  playOf,
  visibleAtExtremes,
} from './geometry.ts';
import type { GeometryProfile } from './geometry.ts';

const { envelopes, windowBlock } = specimenGeometry;

test('a folded sheet plays 19 × 15 mm in a C5/6, 19 × 13.5 in a C5, 19 × 27 in a C4', () => {
  expect(playOf(envelopes['C5/6'])).toEqual({ x: 19, y: 15 });
  expect(playOf(envelopes.C5)).toEqual({ x: 19, y: 13.5 });
  expect(playOf(envelopes.C4)).toEqual({ x: 19, y: 27 });
});

test('our specimen stock can be used: in all three envelopes the block always shows and nothing else ever does', () => {
  expect(geometryFaults(specimenGeometry)).toEqual([]);
});

test.each(envelopeFormats)(
  'in a %s the whole block shows at every extreme of play, with a millimetre in hand',
  (format) => {
    for (const seen of visibleAtExtremes(envelopes[format])) {
      expect(seen.x).toBeLessThanOrEqual(windowBlock.block.x - 1);
      expect(seen.y).toBeLessThanOrEqual(windowBlock.block.y - 1);
      expect(seen.x + seen.width).toBeGreaterThanOrEqual(windowBlock.block.x + windowBlock.block.width + 1);
      expect(seen.y + seen.height).toBeGreaterThanOrEqual(windowBlock.block.y + windowBlock.block.height + 1);
    }
  },
);

test('the recipient has room for seven lines', () => {
  expect(addressLineCapacity(specimenGeometry)).toBe(7);
});

test('a window block without room for the seven lines of an address abroad is refused', () => {
  const low = {
    ...specimenGeometry,
    windowBlock: { ...windowBlock, recipient: { ...windowBlock.recipient, height: 27 } },
  };
  expect(() => acceptGeometry(low)).toThrow("the recipient's lines hold 6 lines, and an address abroad has up to 7");
});

test('a template leaves free on page 1 what any envelope may ever show', () => {
  expect(clearZone(specimenGeometry)).toEqual({ x: 67, y: 22, width: 143, height: 90 });
});

test('an amount that slides into view is a breach, and the reason says how much of it', () => {
  const amount = { name: 'the amount due', rect: { x: 150, y: 105, width: 30, height: 4 } };
  expect(windowFaults(envelopes['C5/6'], [], [amount])).toEqual([]);
  expect(windowFaults(envelopes.C4, [], [amount])).toEqual([
    { code: 'window_shows', envelope: 'C4', text: 'the amount due can slide into the window (30 × 4 mm of it)' },
  ]);
});

test('a block too large for the window is refused with its millimetres', () => {
  const tooHigh: GeometryProfile = {
    ...specimenGeometry,
    windowBlock: { ...windowBlock, block: { ...windowBlock.block, height: 36 } },
  };
  expect(() => acceptGeometry(tooHigh)).toThrow(
    "C5/6: the window block can slide behind the window's edge by 4 mm at its bottom",
  );
});

test('a window smaller than the play shows nothing for sure and is refused', () => {
  const small: GeometryProfile = {
    ...specimenGeometry,
    envelopes: { ...envelopes, C4: { ...envelopes.C4, window: { x: 87, y: 50, width: 100, height: 25 } } },
  };
  expect(alwaysVisible(small.envelopes.C4)).toBeUndefined();
  expect(() => acceptGeometry(small)).toThrow('C4: the window is smaller than the play');
});

test('a sheet code on a fold, outside the margin or in the unprintable edge is refused', () => {
  const moved = { ...specimenGeometry, sheetCodeZones: [{ x: 2, y: 95, width: 18, height: 10 }] };
  expect(geometryFaults(moved).map(({ code, envelope }) => envelope ?? code)).toEqual([
    'unprintable',
    'outside_margin',
    'C5/6',
  ]);
});

test('a code over the address is refused', () => {
  const moved = { ...windowBlock, windowCode: { ...windowBlock.windowCode, x: 115 } };
  expect(() => acceptGeometry({ ...specimenGeometry, windowBlock: moved })).toThrow(
    "the recipient's lines overlaps the window code",
  );
});

test('a page with ink in the first sheet code zone takes the next, and none when all are taken', () => {
  const [first, second] = specimenGeometry.sheetCodeZones;
  const ink = [{ x: 10, y: 120, width: 3, height: 3 }];
  expect(overlaps(first!, ink[0]!)).toBe(true);
  expect(freeSheetCodeZone(specimenGeometry, [])).toEqual(first);
  expect(freeSheetCodeZone(specimenGeometry, ink)).toEqual(second);
  expect(freeSheetCodeZone(specimenGeometry, [{ x: 0, y: 0, width: 18, height: 297 }])).toBeUndefined();
});
