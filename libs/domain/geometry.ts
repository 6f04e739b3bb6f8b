/**
 * Where things are, in millimetres. A page is an A4 sheet, origin at its top left; a window is told on the envelope's front,
 * origin at its top left. Profiles are plain data (geometry-profiles.ts); this file is the reasoning over them.
 *
 * A folded sheet slides in its envelope by the *play*: the envelope's inner size less the folded sheet. The sheet's offset lies
 * between 0 and the play in both directions, so the window shows, of the page,
 *   always  the window's rectangle shrunk by the play on its right and bottom,
 *   ever    the window's rectangle grown by the play on its left and top.
 */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };

export const envelopeFormats = ['C5/6', 'C5', 'C4'] as const;
export type EnvelopeFormat = (typeof envelopeFormats)[number];

/** How a sheet is folded: the address panel is the page's top panel and looks outward. */
export const folds = ['none', 'half', 'z_three'] as const;
export type Fold = (typeof folds)[number];

/** An envelope as the window check needs it. `folded` is the sheet once folded; its height is the address panel's. */
export type EnvelopeGeometry = {
  readonly format: EnvelopeFormat;
  readonly inner: Size;
  readonly fold: Fold;
  readonly folded: Size;
  readonly window: Rect;
};

/** What page 1 holds in the window, each in its own rectangle of the page. */
export type WindowBlock = {
  readonly block: Rect;
  readonly sender: Rect;
  readonly recipient: Rect;
  readonly windowCode: Rect;
  readonly testWord: Rect;
  readonly registered: Rect;
  readonly franking: Rect;
};

export type GeometryProfile = {
  readonly name: string;
  readonly page: Size;
  /** What a printer cannot reach at each edge of the page. */
  readonly unprintableEdge: number;
  /** Kept free on the left of every sheet for the sheet code. */
  readonly leftMargin: number;
  /** Cutting and folding are this exact; the window check keeps that much in hand. */
  readonly tolerance: number;
  /** Distance between two address lines' baselines. */
  readonly linePitch: number;
  readonly windowBlock: WindowBlock;
  /** Where a sheet code may stand: the first is usual, the others are tried in their order when a page has ink there. */
  readonly sheetCodeZones: readonly Rect[];
  readonly envelopes: Readonly<Record<EnvelopeFormat, EnvelopeGeometry>>;
};

/** How far the folded sheet can slide (mm). */
export function playOf({ inner, folded }: EnvelopeGeometry): { x: number; y: number } {
  return { x: inner.width - folded.width, y: inner.height - folded.height };
}

/** The page area seen through the window when the sheet lies at `offset` from the envelope's top left inner corner. */
export function visibleAt(envelope: EnvelopeGeometry, offset: { x: number; y: number }): Rect {
  const { window } = envelope;
  const seen = { ...window, x: window.x - offset.x, y: window.y - offset.y };
  return intersection(seen, { x: 0, y: 0, ...envelope.folded }) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** The page areas seen at the four corners of play, e.g. to decode the window code through each. */
export function visibleAtExtremes(envelope: EnvelopeGeometry): Rect[] {
  const { x, y } = playOf(envelope);
  return [
    { x: 0, y: 0 },
    { x, y: 0 },
    { x: 0, y },
    { x, y },
  ].map((offset) => visibleAt(envelope, offset));
}

/** The page area that shows wherever the sheet lies; undefined when the play is larger than the window. */
export function alwaysVisible(envelope: EnvelopeGeometry): Rect | undefined {
  return visibleAtExtremes(envelope).reduce<Rect | undefined>((common, seen) => common && intersection(common, seen), {
    x: 0,
    y: 0,
    ...envelope.folded,
  });
}

/** The page area that shows somewhere in the play: nothing but the window block may stand here. */
export function everVisible(envelope: EnvelopeGeometry): Rect {
  return visibleAtExtremes(envelope).reduce(union);
}

/**
 * What a letter composed before its envelope is known leaves free on page 1 (but for the window block): all that any envelope
 * of the profile may ever show, and the tolerance around it.
 */
export function clearZone(profile: GeometryProfile): Rect {
  const ever = Object.values(profile.envelopes).map(everVisible).reduce(union);
  return intersection(grow(ever, profile.tolerance), { x: 0, y: 0, ...profile.page }) ?? ever;
}

/** The page less what the printer cannot reach. */
export function printableArea({ page, unprintableEdge }: GeometryProfile): Rect {
  return grow({ x: 0, y: 0, ...page }, -unprintableEdge);
}

/** The first sheet code zone without ink, given the ink's boxes on that page; undefined when all are taken. */
export function freeSheetCodeZone(profile: GeometryProfile, ink: readonly Rect[]): Rect | undefined {
  return profile.sheetCodeZones.find((zone) => !ink.some((box) => overlaps(zone, box)));
}

/** How many address lines the recipient's rectangle holds. */
export function addressLineCapacity({ windowBlock, linePitch }: GeometryProfile): number {
  return Math.floor(windowBlock.recipient.height / linePitch + 1e-9);
}

export function grow(r: Rect, by: number): Rect {
  return { x: r.x - by, y: r.y - by, width: r.width + 2 * by, height: r.height + 2 * by };
}
export function intersection(a: Rect, b: Rect): Rect | undefined {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
export function overlaps(a: Rect, b: Rect): boolean {
  return intersection(a, b) !== undefined;
}
/** How far `inner` sticks out of `outer` at each edge (mm, 0 when it does not). */
export function overhang(inner: Rect, outer: Rect): { left: number; top: number; right: number; bottom: number } {
  const over = (by: number) => Math.max(0, Math.round(by * 100) / 100);
  return {
    left: over(outer.x - inner.x),
    top: over(outer.y - inner.y),
    right: over(inner.x + inner.width - outer.x - outer.width),
    bottom: over(inner.y + inner.height - outer.y - outer.height),
  };
}
