import type { EnvelopeStock, PaperStock } from './envelopes.ts';
import { MailError } from './mail-error.ts';

/** A mass in milligrams with what it may be off by, from the tolerance of the weighed batches (0 when put on scales). */
export type Weight = { massMg: number; uncertaintyMg: number };

/** 210 × 297 mm = 0.06237 m²: milligrams of one A4 sheet, times 100 to stay in whole numbers. */
const sheetMgPer100Grams = 6237;

/** Weight of a closed piece: its sheets and its envelope, rounded up to the milligram. */
export function weighPiece(piece: { sheets: number; paper: PaperStock; envelope: EnvelopeStock }): Weight {
  const { sheets, paper, envelope } = piece;
  const sheetsMg =
    paper.weighedSheetMg === undefined
      ? (sheets * sheetMgPer100Grams * paper.grammage) / 100
      : sheets * paper.weighedSheetMg;
  const off = sheetsMg * paper.tolerancePermille + envelope.massMg * envelope.tolerancePermille;
  return { massMg: Math.ceil(sheetsMg + envelope.massMg), uncertaintyMg: Math.ceil(off / 1000) };
}

/**
 * The band of a weight: the lowest limit (grams, the limit included) that it keeps for sure. Within the tolerance of a limit it goes to the
 * higher band (`raised`), unless it is weighed. Refused beyond the last limit (`too_heavy`), or when it may be (`too_heavy_to_tell`: weigh it).
 */
export function bandOf(weight: Weight, bandLimits: readonly number[]): { bandLimit: number; raised: boolean } {
  const within = (mg: number) => bandLimits.find((limit) => mg <= limit * 1000);
  const bandLimit = within(weight.massMg + weight.uncertaintyMg);
  const plain = within(weight.massMg);
  if (bandLimit !== undefined) return { bandLimit, raised: plain !== bandLimit };
  const last = bandLimits.at(-1) ?? 0;
  const told = `${inGrams(weight.massMg)} g, and the service takes at most ${last} g`;
  if (plain === undefined)
    throw new MailError(
      'too_heavy',
      `The letter weighs ${told}. Choose another service, thinner paper or fewer sheets.`,
    );
  throw new MailError(
    'too_heavy_to_tell',
    `The letter weighs about ${told}: that is too close to tell. Weigh it, or choose another service.`,
  );
}

/** Milligrams as grams with two decimals, `19.97`. */
export function inGrams(mg: number): string {
  return (Math.round(mg / 10) / 100).toFixed(2);
}
