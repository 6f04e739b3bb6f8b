import { feed, type PieceStep, type Step } from './feeding.ts';
import { doubleFed, swapCandidates, swapped } from './mishaps.ts';
import type { PrintedSheet } from './printed.ts';
import { testLot } from './testing/lot.ts';

const lot = testLot(7, [2, 1, 2]);
const [a, b, c] = lot.job.pieces;
const paper = (...codes: (string | null | undefined)[]): PrintedSheet[] =>
  codes.map((code = null) => ({ sheetCode: code, windowCode: null }));
const [a1, a2] = a?.sheetCodes ?? [];
const [b1] = b?.sheetCodes ?? [];
const [c1, c2] = c?.sheetCodes ?? [];

/** Steps in a word each: `1` a whole piece, `1!` one that is not closed, else why a sheet went out. */
const told = (steps: readonly Step[]): string[] =>
  steps.map((step) => (step.kind === 'outsort' ? step.reason : `${step.piece.position}${step.whole ? '' : '!'}`));

test('a stack in order becomes its envelopes; a piece is closed when the next one begins', () => {
  const stack = paper(lot.header, a1, a2, b1, c1, c2, lot.trailer);
  expect(told(feed(stack, lot.job.pieces))).toEqual(['banner', '1', '2', 'banner', '3']);
});

test('a jam inside a piece leaves the piece whole: the doubled sheets go out', () => {
  const steps = feed(paper(a1, a2, b1, a2, b1, c1, c2), lot.job.pieces);
  expect(told(steps).sort()).toEqual(['1', '2', '3', 'duplicate', 'duplicate']);
});

test('a piece with a sheet missing, or in the wrong order, is not closed; one that never came is reported', () => {
  expect(told(feed(paper(a1, c2, c1), lot.job.pieces))).toEqual(['1!', '3!', '2!']);
});

test('strangers and blank sheets never get into an envelope', () => {
  expect(told(feed(paper(a1, a2, testLot(8, [1]).sheetCodes[1], b1, null, c1, c2), lot.job.pieces)).sort()).toEqual([
    '1',
    '2',
    '3',
    'foreign',
    'unread',
  ]);
});

const inside = (steps: readonly Step[]): (string | null)[][] =>
  steps.flatMap((step) => (step.kind === 'piece' ? [step.sheets.map(({ sheetCode }) => sheetCode)] : []));
const wholeOf = (steps: readonly Step[]): PieceStep[] => steps.filter((step) => step.kind === 'piece');

test('a swap exchanges inner sheets and nothing else; without inner sheets there is nothing to swap', () => {
  const steps = feed(paper(a1, a2, b1, c1, c2), lot.job.pieces);
  expect(swapCandidates(wholeOf(steps))).toEqual({ a: 1, b: 2 });
  expect(inside(swapped(steps, { a: 1, b: 3 }))).toEqual([[a1, c2], [b1], [c1, a2]]);
  expect(swapCandidates(wholeOf(feed(paper(b1), lot.job.pieces.slice(1, 2))))).toBeUndefined();
});

test('a double feed puts a stranger under the last sheet, unseen, and leaves the next piece incomplete', () => {
  const steps = doubleFed(feed(paper(a1, a2, b1, c1, c2), lot.job.pieces), { a: 2, b: 3 });
  expect(inside(steps)).toEqual([[a1, a2], [b1, c1], [c2]]);
  expect(told(steps)).toEqual(['1', '2', '3!']);
  expect(wholeOf(steps)[1]?.read).toMatchObject([{ sheetCode: b1 }]);
});
