import { chooseEnvelope } from '#domain/envelope-choice';
import type { EnvelopeFormat } from '#domain/geometry';
import { addressPageAdded, type LetterWarning, otherAddressInWindow } from '#domain/letter-warnings';
import { MailError } from '#domain/mail-error';
import type { MarksBeside } from '#domain/window-marks';
import { windowOf } from '#domain/window-text';
import type { ComposeRequest } from './compose-request.ts';
import { type FirstPage, judgeOwnPage } from './own-address-page.ts';
import { type GreyPage, inkIn } from './raster.ts';
import { countSheets, type Part } from './sheets.ts';

/** What is known of a letter's pages before they are bound. */
export type PagesToBind = {
  /** The first page of the customer's document; undefined for a template, whose first page always carries the address. */
  readonly first: FirstPage | undefined;
  /** Of its content, then of each attachment. */
  readonly pages: readonly number[];
  /** How the first page of a letterhead looks, which lies under it. */
  readonly below: GreyPage | undefined;
};

/** Whether a page of ours carries the address, whether the sender's line must be drawn on the customer's, and what is told of it. */
export type AddressPageChoice = {
  readonly addressPage: boolean;
  readonly drawsSender: boolean;
  /** How our marks stand beside the customer's address; undefined: as usual. */
  readonly marks: MarksBeside | undefined;
  readonly warnings: readonly LetterWarning[];
};

/** The trade rule of the address page (print-room §2), for the envelope that the letter would go into with its own page in front. */
export function chooseAddressPage(request: ComposeRequest, { first, pages, below }: PagesToBind): AddressPageChoice {
  const { content, recipientLines, senderLine, geometry, registered } = request;
  if (content.kind === 'template' || first === undefined)
    return { addressPage: false, drawsSender: false, marks: undefined, warnings: [] };
  const formats = formatsFor(request, pages);
  const { serves, otherAddress } = judgeOwnPage(first, {
    recipientLines,
    senderLine,
    geometry,
    formats,
    ...(registered !== undefined && { registered }),
  });
  const letterheadShows = below && inkIn(below, windowOf({ geometry, formats }).ever);
  if (content.addressPage !== 'add' && 'senderShown' in serves && !letterheadShows)
    return {
      addressPage: false,
      drawsSender: !serves.senderShown && senderLine !== '',
      marks: serves.marks,
      warnings: [],
    };
  const warnings: LetterWarning[] = [];
  if (content.addressPage !== 'add')
    warnings.push(
      'why' in serves ? addressPageAdded(serves.why, serves.area) : addressPageAdded('shows_more', letterheadShows),
    );
  if (otherAddress) warnings.push(otherAddressInWindow(otherAddress));
  return { addressPage: true, drawsSender: false, marks: undefined, warnings };
}

/** The one format that the sheets would go into; undefined, which means any, when that is not known or none holds them. */
function formatsFor({ envelope, sides }: ComposeRequest, pages: readonly number[]): EnvelopeFormat[] | undefined {
  if (envelope === undefined) return undefined;
  const parts = pages.map((count): Part => ({ kind: 'document', pages: count }));
  try {
    return [chooseEnvelope(envelope.asked, countSheets(parts, sides), envelope.stocks).format];
  } catch (error) {
    // The letter's judge refuses it by the same rule, and says why.
    if (error instanceof MailError) return undefined;
    throw error;
  }
}
