import type { GeometryProfile, Rect, WindowBlock } from './geometry.ts';

/**
 * Our marks beside an address that its sender printed further left than ours would stand (the French norm begins it at 110 mm): all
 * end at `until` (mm from the page's left edge). The registered number keeps its width, without which its bars cannot be read, and
 * changes places with the franking mark when there is room for it only below the address.
 */
export type MarksBeside = { readonly until: number; readonly registeredBelow: boolean };

/** What the marks must have to be read (mm): TEST and the text of the window code; the lines of the franking mark. */
const narrowest = { testWord: 7.5, franking: 20 };

/** The block with its marks beside such an address; undefined when they are too narrow there. */
export function blockBeside(block: WindowBlock, { until, registeredBelow }: MarksBeside): WindowBlock | undefined {
  const testWord = endingAt(block.testWord, until);
  const franking = endingAt({ ...block.franking, y: (registeredBelow ? block.registered : block.franking).y }, until);
  const registered = { ...block.registered, y: (registeredBelow ? block.franking : block.registered).y };
  if (testWord.width < narrowest.testWord || franking.width < narrowest.franking) return undefined;
  if (block.windowCode.x + block.windowCode.width > until) return undefined;
  return { ...block, testWord, franking, registered };
}

/** The profile by which a letter's marks are drawn, given how they stand on it. */
export function geometryWithMarks(geometry: GeometryProfile, marks: MarksBeside | undefined): GeometryProfile {
  const windowBlock = marks && blockBeside(geometry.windowBlock, marks);
  return windowBlock ? { ...geometry, windowBlock } : geometry;
}

function endingAt(place: Rect, until: number): Rect {
  return { ...place, width: Math.min(place.width, until - place.x) };
}
