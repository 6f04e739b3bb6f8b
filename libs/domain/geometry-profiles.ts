import type { EnvelopeFormat, EnvelopeGeometry, GeometryProfile, Rect } from './geometry.ts';

/**
 * The geometry of our specimen stock. Envelope sizes: C4 229 × 324, C5 162 × 229, C5/6 114 × 229; a French window over A4 stands
 * about x 110–195, y 55–88 mm, which is where the recipient's lines are. The window sizes are those of a wide (panoramic) window,
 * computed from the play: a window must be the block plus the play, and 1 mm around. A site with other stock brings its own profile.
 *
 * One block serves all three envelopes, because a letter is composed before its envelope is known. Codes stand to the left of
 * the address: sorting machines want nothing to the right of it or below it.
 *
 *   x  88        114 116                               194
 *   51 ┌ sender's line ──────────────────────────────────┐
 *   55 │ window code │ TEST │ recipient, 7 lines of 4 mm  │
 *   67 │ registered number  │                             │
 *   75 │ franking mark      │                             │
 *   83 └────────────────────────────────────────────────-─┘
 */
const windowBlock = {
  block: { x: 88, y: 51, width: 106, height: 32 },
  sender: { x: 88, y: 51, width: 106, height: 3 },
  recipient: { x: 116, y: 55, width: 78, height: 28 },
  windowCode: { x: 88, y: 55, width: 12, height: 12 },
  testWord: { x: 100.5, y: 55, width: 13.5, height: 12 },
  registered: { x: 88, y: 67, width: 26, height: 8 },
  franking: { x: 88, y: 75, width: 26, height: 8 },
} as const;

const window = (height: number): Rect => ({ x: 87, y: 50, width: 127, height });

const envelopes = {
  'C5/6': {
    format: 'C5/6',
    inner: { width: 229, height: 114 },
    fold: 'z_three',
    folded: { width: 210, height: 99 },
    window: window(49),
  },
  C5: {
    format: 'C5',
    inner: { width: 229, height: 162 },
    fold: 'half',
    folded: { width: 210, height: 148.5 },
    window: window(47.5),
  },
  C4: {
    format: 'C4',
    inner: { width: 229, height: 324 },
    fold: 'none',
    folded: { width: 210, height: 297 },
    window: window(61),
  },
} as const satisfies Record<EnvelopeFormat, EnvelopeGeometry>;

/** Left margin of 18 mm for sheet codes (common practice); the zones keep clear of both folds (99, 148.5, 198 mm). */
const sheetCodeZone = (y: number): Rect => ({ x: 4.5, y, width: 13, height: 24 });

export const specimenGeometry: GeometryProfile = {
  name: 'specimen-a4-1',
  page: { width: 210, height: 297 },
  unprintableEdge: 4,
  leftMargin: 18,
  tolerance: 1,
  linePitch: 4,
  windowBlock,
  sheetCodeZones: [115, 160, 210, 245, 40].map(sheetCodeZone),
  envelopes,
};
