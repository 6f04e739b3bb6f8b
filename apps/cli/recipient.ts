import { readFileSync } from 'node:fs';
import type { Schemas } from '#client/client';
import type { Session } from './session.ts';
import { Ends, exitCodes } from './world.ts';

export type Address = Schemas['NewLetter']['recipient'];

/** An address as Pli understood it. */
export interface Understood {
  readonly address: Address;
  /** As it will be printed. */
  readonly lines: readonly string[];
  readonly doubts: readonly string[];
}

/**
 * An address in the words of a person (lines, or one line with commas), or `@file` with its lines or its fields as JSON, turned into
 * fields by the API. @throws Ends when it cannot be printed, with what to mend
 */
export async function understand({ pli }: Session, given: string, who: 'recipient' | 'sender'): Promise<Understood> {
  const text = given.startsWith('@') ? readFileSync(given.slice(1), 'utf8') : given;
  const asked = text.trimStart().startsWith('{')
    ? { address: JSON.parse(text) as Address }
    : { lines: text.split(/\r?\n/).filter((line) => line.trim() !== '') };
  const { address, lines, unsure, suggestions, faults } = await pli.post('/v1/addresses/check', { body: asked });
  const hints = suggestions.map(({ field, value, why }) => `${field}: perhaps "${value}". ${why}`);
  if (faults.length > 0) {
    const wrong = faults.map(({ field, detail }) => `    ${field}: ${detail}`).join('\n');
    const perhaps = hints.map((hint) => `\n    ${hint}`).join('');
    throw new Ends(
      exitCodes.refused,
      `The ${who}'s address cannot be printed as it is.\n  Read as:     ${lines.join(' / ')}\n  Wrong:\n${wrong}${perhaps}\n  How to mend: write it as on an envelope, its lines separated by commas.`,
    );
  }
  const doubts = [...unsure.map(({ field, why }) => `${field}: ${why}`), ...hints];
  return { address, lines, doubts };
}

/** The address as it will stand in the window, and what may be otherwise. */
export function shown(title: string, { lines, doubts }: Understood): string {
  return [title, ...lines.map((line) => `    ${line}`), ...doubts.map((doubt) => `  ? ${doubt}`)].join('\n');
}
