import type { Rect } from './geometry.ts';

/**
 * What a sender is told of a letter that can be made, but not quite as it may be thought (trade rules: the record is the truth, and a
 * change of envelope or band is told before validation). Those in `acceptableWarnings` must be accepted by name before submission.
 */
export const warningCodes = [
  'address_page_added',
  'other_address_in_window',
  'envelope_changed',
  'band_changed',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Warnings without whose acceptance a letter is not made. */
export const acceptableWarnings = ['other_address_in_window'] as const satisfies readonly WarningCode[];

/**
 * Why a customer's own page does not serve as address page: it has no text in the window (a scan), text that is not what is seen there
 * (a scan with recognised text), another text than the record's lines, text that the window's edge may hide, something else that may show, or no room for our marks.
 */
export const addressPageReasons = ['no_text', 'not_seen', 'differs', 'cut', 'shows_more', 'no_room'] as const;
export type AddressPageReason = (typeof addressPageReasons)[number];

/**
 * `detail` is safe to show: it holds no content. `page` counts the pages of the letter as it is printed, from 1; `area` is in mm
 * from its top left.
 */
export interface LetterWarning {
  readonly code: WarningCode;
  readonly detail: string;
  readonly why?: AddressPageReason;
  readonly page?: number;
  readonly area?: Rect;
  readonly mustAccept: boolean;
}

/** The warnings that must be accepted and are not among `accepted`. */
export function notAccepted(warnings: readonly LetterWarning[], accepted: readonly string[]): LetterWarning[] {
  return warnings.filter(({ code, mustAccept }) => mustAccept && !accepted.includes(code));
}

const reasonWords: Record<AddressPageReason, string> = {
  no_text: 'its window shows no text that can be read, as with a scan',
  not_seen:
    'what is seen in its window is not the text that its file holds there: that text is invisible, too pale, cut away, struck out or under a picture, as with a scan whose text was recognised',
  differs: "the text in its window is not the recipient's address line by line",
  cut: "part of the address can slide behind the window's edge",
  shows_more: 'something else than the address can show in the window',
  no_room: 'there is no room for the window code and the other marks beside the address',
};

/** A page of ours with the recipient's address goes in front of the sender's, which could not serve. */
export function addressPageAdded(why: AddressPageReason, area?: Rect): LetterWarning {
  return {
    code: 'address_page_added',
    detail: `An address page is added: the first page of the document cannot serve as one, for ${reasonWords[why]}.`,
    why,
    page: 2,
    ...(area && { area: rounded(area) }),
    mustAccept: false,
  };
}

/** The sender's page names somebody else where the window would be. */
export function otherAddressInWindow(area: Rect): LetterWarning {
  return {
    code: 'other_address_in_window',
    detail:
      'The first page of the document shows another full address where the window would be than that of the recipient. The letter goes to the recipient named in the order: make sure that it is meant for them, then accept this warning by its code.',
    page: 2,
    area: rounded(area),
    mustAccept: true,
  };
}

/** To a tenth of a millimetre: all that a sender can use. */
function rounded({ x, y, width, height }: Rect): Rect {
  const tenths = (mm: number) => Math.round(mm * 10) / 10;
  return { x: tenths(x), y: tenths(y), width: tenths(width), height: tenths(height) };
}

export function envelopeChanged(from: string, to: string): LetterWarning {
  return {
    code: 'envelope_changed',
    detail: `With its address page the letter goes into a ${to} instead of a ${from}.`,
    mustAccept: false,
  };
}

/** Bands by their upper limit in grams. */
export function bandChanged(from: number, to: number): LetterWarning {
  return {
    code: 'band_changed',
    detail: `With its address page the letter is in the weight band up to ${to} g instead of ${from} g.`,
    mustAccept: false,
  };
}
