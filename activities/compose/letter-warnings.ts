import { bandChanged, envelopeChanged, notAccepted, type LetterWarning } from '#domain/letter-warnings';
import { MailError } from '#domain/mail-error';
import type { Judged } from './judge-letter.ts';
import type { Composition, MadeLetter } from './make-letters.ts';

/** What the sheet of our address page changed: told, for its sender counted the sheets of the document. */
export function changesByAddressPage(
  { parts, sheets }: Pick<Composition, 'parts' | 'sheets'>,
  judged: Pick<Judged, 'envelope' | 'weight_band'>,
  judge: (sheets: number) => Pick<Judged, 'envelope' | 'weight_band'>,
): LetterWarning[] {
  if (parts[0]?.kind !== 'address_page') return [];
  const without = judge(sheets - 1);
  return [
    ...(without.envelope === judged.envelope ? [] : [envelopeChanged(without.envelope, judged.envelope)]),
    ...(without.weight_band === judged.weight_band ? [] : [bandChanged(without.weight_band, judged.weight_band)]),
  ];
}

/** Letters with a warning that their senders did not accept are not made: they end with the warning's code. */
export function refuseUnaccepted(made: readonly MadeLetter[]): MadeLetter[] {
  return made.map((one) => {
    if (!('warnings' in one)) return one;
    const [warning] = notAccepted(one.warnings, one.letter.accept);
    if (warning === undefined) return one;
    const { page, area } = warning;
    const refused = new MailError(warning.code, warning.detail);
    if (page !== undefined) refused.at({ page, ...(area && { area }) });
    return { letter: one.letter, refused };
  });
}
