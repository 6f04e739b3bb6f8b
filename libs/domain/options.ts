import { envelopeFormats } from './geometry.ts';
import type { EnvelopeFormat } from './geometry.ts';
import type { LocalDate } from './local-date.ts';
import { colours, integrityGrades, sidesChoices } from './lot-key.ts';
import type { Colour, IntegrityGrade, Sides } from './lot-key.ts';
import { MailError } from './mail-error.ts';
import { serviceNames } from './services.ts';
import type { ServiceName } from './services.ts';

export const envelopeChoices = ['auto', ...envelopeFormats] as const;
export type EnvelopeChoice = 'auto' | EnvelopeFormat;
/** Proof of receipt (AR) of a registered letter. */
export const acknowledgements = ['none', 'paper', 'digital'] as const;
export type Acknowledgement = (typeof acknowledgements)[number];
export const channels = ['paper', 'electronic', 'electronic_with_paper_fallback'] as const;
export type Channel = (typeof channels)[number];
export const archiveKinds = ['none', 'simple', 'evidential'] as const;
export type ArchiveKind = (typeof archiveKinds)[number];
/** How long an archive may keep a letter's file, in years (the terms of hybrid mail: 1, 3, 5, 10, 30). */
export const archiveYears = [1, 3, 5, 10, 30] as const;
export type ArchiveYears = (typeof archiveYears)[number];
/** Where the post brings back what it cannot deliver: the sender's address, or the site's box (the returns option). */
export const returnAddresses = ['sender', 'site_box'] as const;
export type ReturnAddress = (typeof returnAddresses)[number];
/** What happens to a customer's page with no free zone for the sheet code: chosen beforehand, never found out afterwards. */
export const markConflictChoices = ['refuse', 'reduce', 'count_only'] as const;
export type MarkConflictChoice = (typeof markConflictChoices)[number];

/** Everything a sender may choose for an order's letters. All of it is stored, also what is not executed yet. */
export type OrderOptions = {
  colour: Colour;
  sides: Sides;
  envelope: EnvelopeChoice;
  service: ServiceName;
  acknowledgement: Acknowledgement;
  channel: Channel;
  archive: { kind: ArchiveKind; years?: ArchiveYears | undefined };
  costCentre?: string | undefined;
  clientReference?: string | undefined;
  /** The planned deposit date; absent means as soon as can be. */
  sendDate?: LocalDate | undefined;
  /** Id of a document laid under the pages (letterhead). */
  backgroundPage?: string | undefined;
  /** Ids of inserts, in feeding order. */
  inserts: readonly string[];
  returnAddress: ReturnAddress;
  integrity: IntegrityGrade;
  markConflict: MarkConflictChoice;
};

/** What a sender gets who chooses nothing. */
export const defaultOptions: OrderOptions = {
  colour: 'black',
  sides: 'duplex',
  envelope: 'auto',
  service: 'priority',
  acknowledgement: 'none',
  channel: 'paper',
  archive: { kind: 'none' },
  inserts: [],
  returnAddress: 'sender',
  integrity: 'tracked',
  markConflict: 'refuse',
};

/** Every value that may be ordered, by option: for screens and documentation. */
export const optionValues = {
  colour: colours,
  sides: sidesChoices,
  envelope: envelopeChoices,
  service: serviceNames,
  acknowledgement: acknowledgements,
  channel: channels,
  archive: archiveKinds,
  returnAddress: returnAddresses,
  integrity: integrityGrades,
  markConflict: markConflictChoices,
} as const;

/** Options that contradict each other, each with the option to mend; empty when they agree. */
export function optionFaults(options: OrderOptions): { option: keyof OrderOptions; text: string }[] {
  const faults: { option: keyof OrderOptions; text: string }[] = [];
  if (options.acknowledgement !== 'none' && options.service !== 'registered')
    faults.push({
      option: 'acknowledgement',
      text: 'A proof of receipt goes with a registered letter only: choose the registered service, or no proof.',
    });
  if (options.archive.kind === 'evidential' && !options.archive.years)
    faults.push({ option: 'archive', text: 'An evidential archive needs its duration: 1, 3, 5, 10 or 30 years.' });
  if (options.archive.kind === 'none' && options.archive.years)
    faults.push({
      option: 'archive',
      text: 'Nothing is kept without an archive: leave its duration out, or choose one.',
    });
  return faults;
}

/** An option that can be stored but not carried out yet, with the value asked for, and what to do instead where there is something. */
export type UnexecutedOption = { option: string; value: string; instead?: string };

/** No page is made smaller behind its sender's back (docs/decisions/0009). */
const instead: Readonly<Record<string, string>> = {
  markConflict:
    'Export the pages with an empty margin at the left, where the preview (?zones=true) draws the places of the sheet code, or leave the option out.',
};

/** The options chosen that are not executed yet, by name and value. */
export function unexecutedOptions(options: OrderOptions): UnexecutedOption[] {
  const { acknowledgement, archive, channel, inserts, returnAddress, integrity, markConflict } = options;
  const asked: [option: string, value: string, executed: boolean][] = [
    ['acknowledgement', acknowledgement, acknowledgement === 'none'],
    ['archive', `${archive.kind}${archive.years ? ` ${archive.years} years` : ''}`, archive.kind !== 'evidential'],
    ['channel', channel, channel === 'paper'],
    ['inserts', inserts.join(', '), inserts.length === 0],
    ['returnAddress', returnAddress, returnAddress === 'sender'],
    ['integrity', integrity, integrity === 'tracked'],
    ['markConflict', markConflict, markConflict === 'refuse'],
  ];
  return asked
    .filter(([, , executed]) => !executed)
    .map(([option, value]) => ({ option, value, ...(instead[option] && { instead: instead[option] }) }));
}

/** Refuses by name what is not executed yet (`option_not_available`): an option is never ignored. */
export function refuseUnexecuted(options: OrderOptions): void {
  const asked = unexecutedOptions(options);
  if (asked.length === 0) return;
  const names = asked.map(({ option, value }) => `${option} "${value}"`).join(', ');
  throw new MailError(
    'option_not_available',
    `Not available yet: ${names}. Leave it out, or keep the order as a draft until it is.`,
  );
}
