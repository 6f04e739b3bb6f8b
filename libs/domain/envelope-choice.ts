import type { EnvelopeStock } from './envelopes.ts';
import type { EnvelopeChoice } from './options.ts';
import { MailError } from './mail-error.ts';

/**
 * The stock for a letter of so many sheets (counted after additions): the one asked for, or with `auto` the one that holds least of those that hold it.
 * Refused when there is none (`envelope_not_stocked`) or the letter is too thick (`envelope_too_small`), with what would hold it.
 */
export function chooseEnvelope<Stock extends Pick<EnvelopeStock, 'format' | 'maxSheets'>>(
  asked: EnvelopeChoice,
  sheets: number,
  stocks: readonly Stock[],
): Stock {
  const bySize = [...stocks].sort((a, b) => a.maxSheets - b.maxSheets);
  const candidates = asked === 'auto' ? bySize : bySize.filter(({ format }) => format === asked);
  const largest = candidates.at(-1);
  if (!largest)
    throw new MailError(
      'envelope_not_stocked',
      `This print room has no ${asked === 'auto' ? '' : `${asked} `}envelopes. Choose another envelope.`,
    );
  const chosen = candidates.find(({ maxSheets }) => sheets <= maxSheets);
  if (chosen) return chosen;
  const fits = bySize.find(({ maxSheets }) => sheets <= maxSheets);
  const mend = fits
    ? `Choose ${fits.format}, which holds ${fits.maxSheets}, or "auto".`
    : 'No envelope of this print room holds it: make the letter shorter, or print on both sides.';
  throw new MailError(
    'envelope_too_small',
    `A letter of ${sheets} sheets does not go into a ${largest.format}, which holds ${largest.maxSheets}. ${mend}`,
  );
}
