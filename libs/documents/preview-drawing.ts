import { clearZone, everVisible, grow, playOf, visibleAt } from '#domain/geometry';
import type { EnvelopeGeometry, GeometryProfile, Rect } from '#domain/geometry';
import { testWord, type Mode } from '#domain/marks';
import { geometryWithMarks } from '#domain/window-marks';
import type { HouseFonts } from './fonts/house-fonts.ts';
import { Ink, type Colour } from './ink.ts';
import { fillSlots } from './mark-slots.ts';
import { drawDataMatrix } from './marks/barcode.ts';
import { countPages, layOut, type Part, type Sides } from './sheets.ts';

/** A composed letter and what decides where its marks will stand. */
export interface LetterToShow {
  readonly pdf: Uint8Array;
  readonly parts: readonly Part[];
  readonly sides: Sides;
  readonly sheetCodeZones: readonly number[];
  readonly geometry: GeometryProfile;
  readonly mode: Mode;
  /** Marks in the window beside the window code. */
  readonly franking: boolean;
  readonly registered: boolean;
}

/**
 * The letter with a grey box for each mark that every copy gets at assembly: its place and size, and no code that a scanner could take for a
 * piece's. It is the stored letter and an update behind it: the letter's own bytes stay as they are.
 */
export function withPlaceholders(letter: LetterToShow, fonts: HouseFonts): Promise<Buffer> {
  return filled(letter, fonts, () => undefined);
}

/**
 * The letter with placeholders, and drawn over it: on page 1 the window's outline at both ends of the play of the letter's envelope, around it
 * where nothing but the block may stand, and the places in the block; on the front of each sheet the left margin and its code zones.
 * @param template made before its envelope is known: clear for the window of any, and in the margin of every page. An uploaded page needs one
 *   free code zone on the front of a sheet, no more
 */
export function withZones(
  letter: LetterToShow,
  { envelope, template }: { envelope: EnvelopeGeometry; template: boolean },
  fonts: HouseFonts,
): Promise<Buffer> {
  const { geometry, sheetCodeZones } = letter;
  const fronts = new Map(layOut(letter.parts, letter.sides).map(({ front }, i) => [front, i]));
  return filled(letter, fonts, (ink, page) => {
    const sheet = fronts.get(page);
    if (sheet !== undefined || template) drawMargin(ink, geometry);
    if (sheet !== undefined) drawCodeZones(ink, geometry, sheetCodeZones[sheet] ?? 0);
    if (page === 1) {
      drawBlock(ink, geometryWithMarks(geometry, letter.parts[0]?.marks));
      drawClear(ink, template ? clearZone(geometry) : grow(everVisible(envelope), geometry.tolerance));
      drawWindow(ink, envelope);
    }
  });
}

async function filled(
  letter: LetterToShow,
  fonts: HouseFonts,
  over: (ink: Ink, page: number) => void,
): Promise<Buffer> {
  const { geometry, mode, sheetCodeZones } = letter;
  const fronts = new Map(layOut(letter.parts, letter.sides).map(({ front }, i) => [front, i]));
  const pages = Array.from({ length: countPages(letter.parts) }, (_, i) => {
    const ink = new Ink(fonts);
    const sheet = fronts.get(i + 1);
    if (sheet !== undefined) drawSheetCode(ink, geometry.sheetCodeZones[sheetCodeZones[sheet] ?? 0] as Rect, mode);
    if (i === 0) drawWindowMarks(ink, letter);
    over(ink, i + 1);
    return ink.operators === '' ? undefined : ink.operators;
  });
  return Buffer.concat(await fillSlots(letter.pdf, pages, fonts));
}

/** As long as the codes of an ordinary lot. */
const sample = { sheet: 'S/XXXX/9999/999/9/9/X', window: 'W/XXXX/9999/999/9/X' } as const;

/** How much of a zone the code of a sheet takes. */
const codeIn = (ink: Ink, code: keyof typeof sample, zone: Rect): Rect =>
  drawDataMatrix(new Ink(ink.fonts), sample[code], zone);

function drawSheetCode(ink: Ink, zone: Rect, mode: Mode): void {
  const code = codeIn(ink, 'sheet', zone);
  const below = code.y + code.height;
  placeholder(ink, code, 'SHEET', 'CODE');
  placeholder(ink, { x: zone.x + 0.2, y: below + 0.3, width: zone.width - 0.4, height: 2.3 });
  if (mode === 'test') ink.text(testWord, zone.x + 0.4, below + 4.6, { size: 6.5 });
}

function drawWindowMarks(ink: Ink, { geometry, parts, mode, franking, registered }: LetterToShow): void {
  const { windowBlock } = geometryWithMarks(geometry, parts[0]?.marks);
  const word = windowBlock.testWord;
  placeholder(ink, codeIn(ink, 'window', windowBlock.windowCode), 'WINDOW', 'CODE');
  placeholder(ink, { x: word.x - 0.3, y: word.y + word.height - 3.7, width: word.width + 0.3, height: 2.3 });
  if (mode === 'test') ink.text(testWord, word.x, word.y + 4.4, { size: 11, fit: word.width });
  if (registered) placeholder(ink, windowBlock.registered, 'REGISTERED NUMBER');
  if (franking) placeholder(ink, windowBlock.franking, 'FRANKING MARK');
}

/** A grey box that says, in lines, what will be printed there; without words it is the text of the code beside it. */
function placeholder(ink: Ink, rect: Rect, ...lines: string[]): void {
  const inside = { x: rect.x + 0.3, y: rect.y + 0.3, width: rect.width - 0.6, height: rect.height - 0.6 };
  ink.box(inside, 0.88).frame(inside, 0.15, 0.6);
  lines.forEach((words, i) => {
    const baseline = rect.y + rect.height / 2 + 0.7 + (i - (lines.length - 1) / 2) * 2.4;
    const style = { size: 5.5, fit: rect.width - 1.6, align: 'centre', colour: 0.35 } as const;
    ink.text(words, rect.x + rect.width / 2, baseline, style);
  });
}

const red: Colour = [0.8, 0.1, 0.1];
const blue: Colour = [0.05, 0.3, 0.85];
const green: Colour = [0, 0.5, 0.2];

function drawMargin(ink: Ink, { leftMargin, page }: GeometryProfile): void {
  ink.frame({ x: 0.2, y: 0.2, width: leftMargin - 0.2, height: page.height - 0.4 }, 0.2, red, 1.2);
  label(ink, 'MARGIN', 1, 4, red);
}

function drawCodeZones(ink: Ink, { sheetCodeZones }: GeometryProfile, chosen: number): void {
  sheetCodeZones.forEach((zone, i) => {
    ink.frame(zone, i === chosen ? 0.4 : 0.15, green, i === chosen ? undefined : 0.6);
    label(ink, i === chosen ? 'CODE HERE' : 'OR HERE', zone.x, zone.y - 0.6, green);
  });
}

function drawBlock(ink: Ink, { windowBlock: { block: _, ...places } }: GeometryProfile): void {
  for (const rect of Object.values(places)) ink.frame(rect, 0.15, green);
  label(ink, 'SENDER', places.sender.x + places.sender.width - 10, places.sender.y + 2.2, green);
  label(
    ink,
    'ADDRESS',
    places.recipient.x + places.recipient.width - 11,
    places.recipient.y + places.recipient.height - 1,
    green,
  );
}

/** What may never show: for a template, made before its envelope is known, in the window of any. */
function drawClear(ink: Ink, zone: Rect): void {
  ink.frame(zone, 0.25, red, 1.2);
  label(ink, 'NOTHING BUT THE ADDRESS BLOCK', zone.x, zone.y - 0.8, red);
}

function drawWindow(ink: Ink, envelope: EnvelopeGeometry): void {
  const play = playOf(envelope);
  const [first, last] = [visibleAt(envelope, { x: 0, y: 0 }), visibleAt(envelope, play)];
  ink.frame(first, 0.35, blue);
  ink.frame(last, 0.35, blue, 0.9);
  const bottom = everVisible(envelope);
  const name = `WINDOW ${envelope.format.replace(/[^A-Z0-9/]/g, '')}`;
  label(ink, `${name} AT BOTH ENDS OF THE PLAY`, first.x + 1, bottom.y + bottom.height - 1, blue);
}

function label(ink: Ink, words: string, x: number, y: number, colour: Colour): void {
  ink.text(words, x, y, { size: 5, colour });
}
