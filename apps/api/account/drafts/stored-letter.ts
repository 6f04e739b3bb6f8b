import type { DraftLetterView } from '#contracts/api/drafts';
import type { DraftLetter } from '../letter-rows.ts';

export type GivenLetter = DraftLetterView['letter'];

/** The columns of a letter that say what its sender gave. */
export const givenColumns = `id, position, recipient, sender, data, client_reference, country, postcode, options, service, template_version_id,
  document_id, document_pages, address_page, attachment_ids, attachment_pages, accept`;

export type GivenRow = Pick<
  DraftLetter,
  | 'id'
  | 'position'
  | 'recipient'
  | 'sender'
  | 'data'
  | 'client_reference'
  | 'country'
  | 'postcode'
  | 'options'
  | 'service'
  | 'template_version_id'
  | 'document_id'
  | 'document_pages'
  | 'address_page'
  | 'attachment_ids'
  | 'attachment_pages'
  | 'accept'
>;

/** A stored letter as its sender gave it, to be changed and given again. */
export function letterAsGiven(row: GivenRow): DraftLetterView {
  return {
    id: row.id,
    position: row.position,
    letter: {
      recipient: row.recipient as GivenLetter['recipient'],
      ...(row.sender && { sender: row.sender as GivenLetter['sender'] }),
      content: contentOf(row),
      attachments: row.attachment_ids.map((documentId, i) => {
        const pages = row.attachment_pages[i];
        return { documentId, ...(pages && { pages }) };
      }),
      options: row.options,
      ...(row.client_reference !== null && { clientReference: row.client_reference }),
      accept: row.accept as GivenLetter['accept'],
    },
  };
}

function contentOf(row: GivenRow): GivenLetter['content'] {
  if (row.template_version_id !== null)
    return { kind: 'template', templateVersionId: row.template_version_id, data: row.data ?? {} };
  return {
    kind: 'document',
    documentId: row.document_id ?? '',
    ...(row.document_pages !== null && { pages: row.document_pages }),
    addressPage: row.address_page ?? 'auto',
  };
}
