import type { ProblemItem } from '#contracts/api/problem';
import type { Mode } from '#database/scope';
import { zoneWords, type DestinationZone } from '#domain/destinations';
import { addDays, type LocalDate } from '#domain/local-date';
import { localDateOf } from '#domain/local-time';
import { MailError } from '#domain/mail-error';
import { optionFaults, unexecutedOptions, type OrderOptions } from '#domain/options';
import { productFor, serviceOn, type ServiceVersion } from '#domain/services';
import type { SiteRules } from './site-rules.ts';

/** How far ahead a send date may lie. */
const MOST_DAYS_AHEAD = 365;

/** A kind of letter of an order, as far as submission decides: what it chose, where it goes, and where it is sent from. */
export interface LetterKind {
  options: OrderOptions;
  destination: DestinationZone;
  /** ISO 3166. */
  country: string;
  /** Zone of its sender's address; null when it names none. */
  sender: DestinationZone | null;
  /** State of its template version; undefined for a document. */
  templateState?: string | undefined;
}

/** A fault and the field of the letter (or of the order's options) that it is about. */
export type SubmissionFault = Pick<ProblemItem, 'code' | 'detail'> & { path: string[] };

/**
 * What keeps a letter from being made by the rules of the print room: an option not executed or contradicted, a service that is not
 * in the contract, not valid on the day or does not go there, a sender that is missing or too far away, a template never approved.
 */
export function submissionFaults(
  { options, destination, country, sender, templateState }: LetterKind,
  rules: SiteRules,
  mode: Mode,
  at: Date,
): SubmissionFault[] {
  const faults: SubmissionFault[] = [];
  const fault = (code: string, detail: string, ...path: string[]) => void faults.push({ code, detail, path });
  for (const { option, value, instead } of unexecutedOptions(options))
    fault(
      'option_not_available',
      `Not available yet: ${option} "${value}". ${instead ?? 'Leave it out, or keep the order as a draft until it is.'}`,
      'options',
      option,
    );
  for (const { option, text } of optionFaults(options)) fault('option_conflict', text, 'options', option);
  const today = localDateOf(at, rules.timeZone);
  const day = options.sendDate ?? today;
  if (day < today)
    fault(
      'send_date_invalid',
      `The send date ${day} is past; today is ${today} at the print room.`,
      'options',
      'sendDate',
    );
  if (day > addDays(today, MOST_DAYS_AHEAD))
    fault(
      'send_date_invalid',
      `The send date ${day} is more than ${MOST_DAYS_AHEAD} days ahead.`,
      'options',
      'sendDate',
    );
  if (!rules.terms.services.includes(options.service))
    fault(
      'service_not_in_contract',
      `The contract with this print room does not hold the service "${options.service}".`,
      'options',
      'service',
    );
  const version = versionOn(rules.services, options, { destination, country }, day, fault);
  if (version?.senderCompulsory && sender === null)
    fault('sender_missing', `The service "${options.service}" needs the sender's name and address.`, 'sender');
  if (version && sender !== null && !version.senders.includes(sender))
    fault(
      'sender_not_served',
      `The service "${options.service}" takes no sender in ${zoneWords[sender]}, only in ${version.senders.map((zone) => zoneWords[zone]).join(' and ')}: name an address there, or choose another service.`,
      'sender',
    );
  if (mode === 'live' && templateState === 'draft')
    fault(
      'template_not_approved',
      'This template version must be approved before its first live use.',
      'content',
      'templateVersionId',
    );
  if (templateState === 'withdrawn')
    fault('template_version_unknown', 'This template version was withdrawn.', 'content', 'templateVersionId');
  return faults;
}

function versionOn(
  services: readonly ServiceVersion[],
  { service, acknowledgement }: OrderOptions,
  { destination, country }: Pick<LetterKind, 'destination' | 'country'>,
  day: LocalDate,
  fault: (code: string, detail: string, ...path: string[]) => void,
): ServiceVersion | undefined {
  try {
    return serviceOn(services, productFor(service, acknowledgement), destination, day, country);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    fault(error.code, error.message, 'options', 'service');
    return undefined;
  }
}
