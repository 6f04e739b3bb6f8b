import type { GeometryProfile, Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import type { HouseFonts } from './fonts/house-fonts.ts';
import { Ink } from './ink.ts';

const usualSize = 10; // points; machines read addresses best at 10 to 12
const smallestSize = 8.5;
const narrowest = 0.8;
const senderSize = 6.5;

/**
 * The recipient's lines and the sender's line in the window block of page 1. The lines come from #domain/address, already
 * checked for what the norm allows; here they are only set, all in one size, a long line narrowed a little.
 * Errors: `address_too_wide`, `text_not_printable`.
 */
export function windowBlockInk(
  fonts: HouseFonts,
  recipientLines: readonly string[],
  senderLine: string,
  { windowBlock, linePitch }: GeometryProfile,
): Ink {
  const ink = new Ink(fonts);
  const { recipient, sender } = windowBlock;
  const widest = Math.max(...recipientLines.map((line) => ink.width(line, { size: usualSize })));
  const size = Math.min(usualSize, Math.max(smallestSize, (usualSize * recipient.width) / widest));
  recipientLines.forEach((line, i) => {
    if (recipient.width / ink.width(line, { size }) < narrowest)
      throw tooWide(`Line ${i + 1} of the address`, 'Shorten it to 38 characters.');
    ink.text(line, recipient.x, recipient.y + (i + 0.78) * linePitch, { size, fit: recipient.width });
  });
  drawSender(ink, senderLine, sender);
  return ink;
}

/** The sender's line alone, for a customer's page that shows the recipient itself. Errors: as above. */
export function senderInk(fonts: HouseFonts, senderLine: string, { windowBlock }: GeometryProfile): Ink {
  const ink = new Ink(fonts);
  drawSender(ink, senderLine, windowBlock.sender);
  return ink;
}

function drawSender(ink: Ink, line: string, place: Rect): void {
  if (place.width / ink.width(line, { size: senderSize }) < narrowest)
    throw tooWide("The sender's line", 'Leave out what the post does not need to bring the letter back.');
  ink.text(line, place.x, place.y + 2.2, { size: senderSize, fit: place.width, colour: 0.25 });
}

function tooWide(what: string, mend: string): MailError {
  return new MailError('address_too_wide', `${what} does not fit the envelope's window. ${mend}`);
}
