import type { EnvelopeFormat, EnvelopeGeometry, GeometryProfile, Rect } from './geometry.ts';
import {
  addressLineCapacity,
  alwaysVisible,
  everVisible,
  grow,
  intersection,
  overhang,
  overlaps,
  playOf,
  printableArea,
} from './geometry.ts';
import { addressLimits } from './addresses/address-line.ts';
import { MailError } from './mail-error.ts';

/** Something on the page with a name that a person understands, e.g. 'the window code'. */
export type NamedRect = { readonly name: string; readonly rect: Rect };
export type GeometryFaultCode =
  | 'window_hides'
  | 'window_shows'
  | 'window_outside_envelope'
  | 'does_not_fold'
  | 'overlap'
  | 'outside_block'
  | 'unprintable'
  | 'outside_margin'
  | 'on_fold'
  | 'too_few_lines';
export type GeometryFault = { code: GeometryFaultCode; envelope?: EnvelopeFormat; text: string };

/**
 * The window check at both extremes of play (trade rule): each of `mustShow` is visible wherever the sheet lies, none of
 * `mustNotShow` is visible anywhere. `tolerance` (mm) is kept in hand on each side. Gives the faults, each with its millimetres.
 */
export function windowFaults(
  envelope: EnvelopeGeometry,
  mustShow: readonly NamedRect[],
  mustNotShow: readonly NamedRect[],
  tolerance = 0,
): GeometryFault[] {
  const { format } = envelope;
  const always = alwaysVisible(envelope);
  if (!always) return [fault('window_hides', `the window is smaller than the play, so nothing shows for sure`, format)];
  const ever = everVisible(envelope);
  const hidden = mustShow.flatMap(({ name, rect }) => {
    const out = Object.entries(overhang(grow(rect, tolerance), always)).filter(([, by]) => by > 0);
    if (out.length === 0) return [];
    const where = out.map(([edge, by]) => `by ${by} mm at its ${edge}`).join(' and ');
    return [fault('window_hides', `${name} can slide behind the window's edge ${where}`, format)];
  });
  const shown = mustNotShow.flatMap(({ name, rect }) => {
    const seen = intersection(grow(rect, tolerance), ever);
    if (!seen) return [];
    const size = `${round(seen.width)} × ${round(seen.height)} mm`;
    return [fault('window_shows', `${name} can slide into the window (${size} of it)`, format)];
  });
  return [...hidden, ...shown];
}

/** Everything wrong with a geometry profile; empty when letters can be made with it. */
export function geometryFaults(profile: GeometryProfile): GeometryFault[] {
  const { windowBlock, sheetCodeZones, tolerance } = profile;
  const { block, ...parts } = windowBlock;
  const inBlock = Object.entries(parts).map(([name, rect]) => ({ name: partNames[name as keyof typeof parts], rect }));
  const zones = sheetCodeZones.map((rect, i) => ({ name: `sheet code zone ${i + 1}`, rect }));
  const printable = printableArea(profile);
  const margin: Rect = { x: 0, y: 0, width: profile.leftMargin, height: profile.page.height };
  const capacity = addressLineCapacity(profile);
  const needed = addressLimits.linesAbroad;
  return [
    ...(capacity < needed
      ? [
          fault(
            'too_few_lines',
            `the recipient's lines hold ${capacity} lines, and an address abroad has up to ${needed}`,
          ),
        ]
      : []),
    ...inBlock
      .filter(({ rect }) => sticksOut(rect, block))
      .map(({ name }) => fault('outside_block', `${name} leaves the window block`)),
    ...pairs(inBlock)
      .filter(([a, b]) => overlaps(a.rect, b.rect))
      .map(([a, b]) => fault('overlap', `${a.name} overlaps ${b.name}`)),
    ...pairs(zones)
      .filter(([a, b]) => overlaps(a.rect, b.rect))
      .map(([a, b]) => fault('overlap', `${a.name} overlaps ${b.name}`)),
    ...[...inBlock, ...zones]
      .filter(({ rect }) => sticksOut(rect, printable))
      .map(({ name }) =>
        fault(
          'unprintable',
          `${name} lies within ${profile.unprintableEdge} mm of the page's edge, where printers cannot print`,
        ),
      ),
    ...zones
      .filter(({ rect }) => sticksOut(rect, margin))
      .map(({ name }) => fault('outside_margin', `${name} leaves the left margin of ${profile.leftMargin} mm`)),
    ...Object.values(profile.envelopes).flatMap((envelope) => [
      ...foldFaults(envelope, profile, zones),
      ...windowFaults(envelope, [{ name: 'the window block', rect: block }], zones, tolerance),
    ]),
  ];
}

/** Refuses a profile with which an address could be hidden or something else shown (`geometry_refused`), naming every reason. */
export function acceptGeometry(profile: GeometryProfile): GeometryProfile {
  const faults = geometryFaults(profile);
  if (faults.length === 0) return profile;
  const reasons = faults.map(({ envelope, text }) => (envelope ? `${envelope}: ${text}` : text)).join('; ');
  throw new MailError(
    'geometry_refused',
    `The geometry profile ${profile.name} cannot be used: ${reasons}. Move or resize what is named, or take another stock.`,
  );
}

function foldFaults(
  envelope: EnvelopeGeometry,
  profile: GeometryProfile,
  zones: readonly NamedRect[],
): GeometryFault[] {
  const { format, folded, inner, window, fold } = envelope;
  const panels = fold === 'none' ? 1 : fold === 'half' ? 2 : 3;
  const play = playOf(envelope);
  const faults: GeometryFault[] = [];
  if (play.x < 0 || play.y < 0)
    faults.push(fault('does_not_fold', 'the folded sheet is larger than the envelope', format));
  if (Math.abs(folded.height * panels - profile.page.height) > 3 || folded.width !== profile.page.width)
    faults.push(fault('does_not_fold', `a page folded "${fold}" is not ${folded.width} × ${folded.height} mm`, format));
  if (sticksOut(window, { x: 0, y: 0, ...inner }))
    faults.push(fault('window_outside_envelope', 'the window leaves the envelope', format));
  for (let panel = 1; panel < panels; panel++) {
    const y = panel * folded.height;
    for (const { name, rect } of zones)
      if (rect.y < y && y < rect.y + rect.height)
        faults.push(fault('on_fold', `${name} lies on the fold at ${y} mm`, format));
  }
  return faults;
}

const partNames: Record<'sender' | 'recipient' | 'windowCode' | 'testWord' | 'registered' | 'franking', string> = {
  sender: "the sender's line",
  recipient: "the recipient's lines",
  windowCode: 'the window code',
  testWord: 'the word TEST',
  registered: 'the registered number',
  franking: 'the franking mark',
};

function fault(code: GeometryFaultCode, text: string, envelope?: EnvelopeFormat): GeometryFault {
  return envelope ? { code, envelope, text } : { code, text };
}
function sticksOut(inner: Rect, outer: Rect): boolean {
  return Object.values(overhang(inner, outer)).some((by) => by > 0);
}
function pairs<T>(things: readonly T[]): [T, T][] {
  return things.flatMap((a, i) => things.slice(i + 1).map((b): [T, T] => [a, b]));
}
function round(mm: number): number {
  return Math.round(mm * 10) / 10;
}
