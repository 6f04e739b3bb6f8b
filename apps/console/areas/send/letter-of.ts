import type { Schemas } from '../../api/client.ts';

type Preparation = Schemas['Preparation'];
type Draft = Schemas['Draft'];
type Letter = Schemas['NewLetter'];
type Address = NonNullable<NonNullable<Preparation['to']>['address']>;

/** The one letter that is prepared; undefined while a part of it is missing. */
export function letterOf({ content, attachments = [], sender, to }: Preparation): Letter | undefined {
  const address = to?.address;
  if (content === undefined || address === undefined || !isBegun(address)) return undefined;
  if (content.kind === 'document' && content.documentId === undefined) return undefined;
  if (content.kind === 'template' && content.templateVersionId === undefined) return undefined;
  return {
    recipient: address as Letter['recipient'],
    ...(sender && isBegun(sender) && { sender: sender as NonNullable<Letter['sender']> }),
    content:
      content.kind === 'document'
        ? {
            kind: 'document',
            documentId: content.documentId as string,
            ...(content.pages && { pages: content.pages }),
            addressPage: content.addressPage ?? 'auto',
          }
        : {
            kind: 'template',
            templateVersionId: content.templateVersionId as string,
            data: (content.data ?? {}) as Record<string, never>,
          },
    attachments,
    ...(to?.clientReference && { clientReference: to.clientReference }),
  } as Letter;
}

/** Whether somebody has written anything into an address but where it lies. */
export const isBegun = (address: Address): boolean =>
  [address.name, address.organisation, address.street, address.town, address.postcode, ...(address.lines ?? [])].some(
    Boolean,
  );

/** What is the same in all letters of a file, as it is prepared now. */
export function sameForAll({ content, attachments, sender }: Preparation): Schemas['SameInAll'] {
  const named: Schemas['SameInAll']['content'] =
    content?.kind === 'document' && content.documentId !== undefined
      ? { kind: 'document', documentId: content.documentId, addressPage: content.addressPage ?? 'auto' }
      : content?.kind === 'template' && content.templateVersionId !== undefined
        ? { kind: 'template', templateVersionId: content.templateVersionId }
        : undefined;
  return {
    ...(named && { content: named }),
    ...(attachments && { attachments }),
    ...(sender && isBegun(sender) && { sender: sender as NonNullable<Schemas['SameInAll']['sender']> }),
  };
}

/** A draft as its sender left it; one that was made elsewhere, from its letter. */
export function preparedFrom({ preparation, letter, order, imports }: Draft): Preparation {
  if (preparation !== null && (letter === null || preparation.to !== undefined)) return preparation;
  if (letter === null) return imports.length > 0 || order.letterCount > 1 ? { to: { way: 'file' } } : {};
  const { recipient, sender, content, attachments, clientReference } = letter.letter;
  return {
    content: content as NonNullable<Preparation['content']>,
    attachments,
    ...(sender && { sender }),
    to: { way: 'one', address: recipient, ...(clientReference && { clientReference }) },
  };
}
