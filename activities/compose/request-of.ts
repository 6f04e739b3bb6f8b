import { addressLines, senderLine } from '#domain/address';
import type { GeometryProfile } from '#domain/geometry';
import { MailError } from '#domain/mail-error';
import type { ComposeRequest } from '#documents/compose-request';
import type { StoredDocument, WaitingLetter } from './letters-of-portion.ts';

/** No envelope holds more; what is longer is refused before it costs minutes. */
export const MOST_PAGES = 200;

/**
 * What the composer makes of a letter.
 * @throws MailError when it cannot be printed: an address that does not fit, content that was erased
 */
export async function requestOf(
  letter: WaitingLetter,
  geometry: GeometryProfile,
  bytesOf: (document: StoredDocument & { blob: string }) => Promise<Uint8Array>,
): Promise<ComposeRequest> {
  const read = async (document: StoredDocument): Promise<Uint8Array> => {
    if (document.blob === null)
      throw new MailError(
        'document_erased',
        'A document of this letter has been erased. Send it in again and order the letter anew.',
      );
    return bytesOf({ ...document, blob: document.blob });
  };
  const { template, document, data } = letter;
  if (template === null && document === null)
    throw new MailError(
      'letter_without_content',
      'This letter has neither a template nor a document. Order it anew with one of them.',
    );
  return {
    letterId: letter.id,
    content:
      template !== null
        ? { kind: 'template', template, data }
        : { kind: 'document', pdf: await read(document as StoredDocument) },
    attachments: await Promise.all(letter.attachments.map(read)),
    recipientLines: addressLines(letter.recipient),
    // Compulsory for some services only, which was asked for when the order was submitted.
    senderLine: letter.sender === null ? '' : senderLine(letter.sender, letter.country),
    geometry,
    sides: letter.options.sides,
    maxPages: MOST_PAGES,
  };
}
