import { addressLines, senderLine } from '#domain/address';
import { MailError } from '#domain/mail-error';
import { pagesOf } from '#domain/page-ranges';
import type { ProductionData } from '#database/production/production-data';
import type { ComposeRequest, SourcePages } from '#documents/compose-request';
import type { StoredDocument, WaitingLetter } from './letters-of-portion.ts';

/** No envelope holds more; what is longer is refused before it costs minutes. */
export const MOST_PAGES = 200;

/** A range is checked against its document where the document is read. */
const LAST_PAGE = 99_999;

/** What of the stocks decides the envelope: their weight and their names would make another composition of the same pages. */
const stocksOf = (envelopes: ProductionData['envelopes']) =>
  envelopes.map(({ format, maxSheets }) => ({ format, maxSheets }));

/**
 * What the composer makes of a letter.
 * @throws MailError when it cannot be printed: an address that does not fit, content that was erased
 */
export async function requestOf(
  letter: WaitingLetter,
  { geometry, envelopes }: Pick<ProductionData, 'geometry' | 'envelopes'>,
  bytesOf: (document: StoredDocument & { blob: string }) => Promise<Uint8Array>,
): Promise<ComposeRequest> {
  const read = async (document: StoredDocument): Promise<SourcePages> => {
    if (document.blob === null)
      throw new MailError(
        'document_erased',
        'A document of this letter has been erased. Send it in again and order the letter anew.',
      );
    const pdf = await bytesOf({ ...document, blob: document.blob });
    return document.pages === null ? { pdf } : { pdf, pages: pagesOf(document.pages, LAST_PAGE) };
  };
  const { template, document, data } = letter;
  if (template === null && document === null)
    throw new MailError(
      'letter_without_content',
      'This letter has neither a template nor a document. Order it anew with one of them.',
    );
  if (letter.options.backgroundPage !== undefined && letter.background === null)
    throw new MailError('document_unknown', 'There is no such letterhead in this account and mode. Name another one.');
  return {
    letterId: letter.id,
    content:
      template !== null
        ? { kind: 'template', template, data }
        : {
            kind: 'document',
            ...(await read(document as StoredDocument)),
            addressPage: letter.address_page ?? 'auto',
          },
    attachments: await Promise.all(letter.attachments.map(read)),
    recipientLines: addressLines(letter.recipient),
    // Compulsory for some services only, which was asked for when the order was submitted.
    senderLine: letter.sender === null ? '' : senderLine(letter.sender, letter.country),
    ...(letter.background && { background: (await read(letter.background)).pdf }),
    ...(template === null && {
      registered: letter.service === 'registered',
      envelope: { asked: letter.options.envelope, stocks: stocksOf(envelopes) },
    }),
    geometry,
    sides: letter.options.sides,
    maxPages: MOST_PAGES,
  };
}
