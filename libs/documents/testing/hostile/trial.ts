import { MailError } from '#domain/mail-error';
import { Turns } from '../../turns.ts';
import { acceptUploadedPdf, patientUploadLimits, usualUploadLimits, type UploadLimits } from '../../uploaded-pdf.ts';
import { tools } from '../letters.ts';
import { outcomes, type Hostile } from './hostile.ts';

export interface Trial {
  readonly name: string;
  /** `accepted`, a code, or the words of what was thrown that is no refusal. */
  readonly outcome: string;
  readonly text: string;
  readonly seconds: number;
  /** Not what it must be, or not in time. */
  readonly wrong: boolean;
}

/** Every file is answered within so many seconds by the clock. */
const TOLD_WITHIN_S = 10;

/** Sends files to the door, `atOnce` of them at a time; what is heavy by its nature is given `most` seconds. */
export async function tryAll(
  files: readonly Hostile[],
  { most, atOnce }: { most: number; atOnce: number },
): Promise<Trial[]> {
  const turns = new Turns(atOnce);
  return Promise.all(files.map((file) => turns.take(() => tryOne(file, most))));
}

async function tryOne({ name, bytes, expected = outcomes, heavy = false }: Hostile, most: number): Promise<Trial> {
  const file = bytes();
  // What is heavy by its nature is given up sooner than the door would, for the sake of the tests' time.
  const limits = heavy && most < 10 ? { ...usualUploadLimits, seconds: most - 1 } : usualUploadLimits;
  const started = performance.now();
  const first = await outcomeOf(file, limits);
  const seconds = Math.round(performance.now() - started) / 1000;
  // As the answer says: later, and then the document alone decides.
  const { outcome, text } = first.outcome === 'machine_busy' ? await outcomeOf(file, patientUploadLimits) : first;
  const known: readonly string[] = expected;
  return { name, outcome, text, seconds, wrong: !known.includes(outcome) || seconds > TOLD_WITHIN_S };
}

async function outcomeOf(file: Uint8Array, limits: UploadLimits): Promise<{ outcome: string; text: string }> {
  try {
    await acceptUploadedPdf(file, tools, limits);
    return { outcome: 'accepted', text: '' };
  } catch (error) {
    if (error instanceof MailError) return { outcome: error.code, text: error.message };
    return { outcome: String(error), text: error instanceof Error ? (error.stack ?? '') : '' };
  }
}
