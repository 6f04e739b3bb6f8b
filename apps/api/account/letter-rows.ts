import type { AddressPageChoice, NewLetter } from '#contracts/api/letters';
import type { ProblemItem } from '#contracts/api/problem';
import { newId } from '#contracts/new-id';
import { letterContentHash, newLetterKey } from '#database/content-hash';
import type { Mode, Sql } from '#database/scope';
import { senderLine, type PostalAddress } from '#domain/address';
import { MailError } from '#domain/mail-error';
import { pointerOf } from '../http/validation.pipe.ts';
import { NamedDocuments } from './named-documents.ts';
import type { TemplateData } from './template-data.ts';

/** A letter's row while it is a draft: `options` holds only what the letter chose itself. */
export type DraftLetter = {
  id: string;
  order_id: string;
  position: number;
  account_id: string;
  mode: Mode;
  state: 'draft';
  state_since: Date;
  recipient: PostalAddress;
  sender: PostalAddress | null;
  data: Record<string, unknown> | null;
  client_reference: string | null;
  content_key: Buffer;
  content_hash: Buffer;
  country: string;
  postcode: string;
  options: Record<string, unknown>;
  service: string;
  template_version_id: string | null;
  document_id: string | null;
  document_pages: string | null;
  address_page: AddressPageChoice | null;
  attachment_ids: string[];
  attachment_pages: string[];
  accept: string[];
  created_at: Date;
};

/** Makes the rows of new letters. Content and its keyed hash are fixed here; everything else is settled at submission. */
export function draftRows(
  letters: readonly NewLetter[],
  of: {
    orderId: string;
    account: string;
    mode: Mode;
    firstPosition: number;
    sender: PostalAddress | undefined;
    service: string;
    at: Date;
  },
): DraftLetter[] {
  return letters.map((letter, i) => {
    const { content } = letter;
    const recipient = letter.recipient;
    const sender = letter.sender ?? of.sender ?? null;
    const data = content.kind === 'template' ? content.data : null;
    const client_reference = letter.clientReference ?? null;
    const content_key = newLetterKey();
    return {
      id: newId('letter', of.at),
      order_id: of.orderId,
      position: of.firstPosition + i,
      account_id: of.account,
      mode: of.mode,
      state: 'draft',
      state_since: of.at,
      recipient,
      sender,
      data,
      client_reference,
      content_key,
      content_hash: letterContentHash(content_key, { recipient, sender, data, client_reference }),
      country: recipient.country,
      postcode: recipient.postcode,
      options: letter.options,
      service: letter.options.service ?? of.service,
      template_version_id: content.kind === 'template' ? content.templateVersionId : null,
      document_id: content.kind === 'document' ? content.documentId : null,
      document_pages: content.kind === 'document' ? (content.pages ?? null) : null,
      address_page: content.kind === 'document' ? content.addressPage : null,
      attachment_ids: letter.attachments.map(({ documentId }) => documentId),
      attachment_pages: letter.attachments.map((attachment) => ('pages' in attachment ? (attachment.pages ?? '') : '')),
      accept: letter.accept,
      created_at: of.at,
    };
  });
}

/** What keeps letters from being made, as far as it can be told without a print room: each with its place in the call's body. */
export async function contentFaults(
  sql: Sql,
  rows: readonly DraftLetter[],
  templates: TemplateData,
): Promise<ProblemItem[]> {
  const usable = await usableContent(sql, rows, templates);
  const faults: ProblemItem[] = [];
  rows.forEach((row, i) => {
    const fault = (code: string, detail: string, ...path: (string | number)[]) =>
      void faults.push({ code, detail, pointer: pointerOf(['letters', i, ...path]) });
    if (row.template_version_id && !usable.versions.has(row.template_version_id))
      fault(
        'template_version_unknown',
        'There is no such template version in this account and mode, or it was withdrawn.',
        'content',
        'templateVersionId',
      );
    if (row.document_id)
      for (const { code, detail, of } of usable.documents.faultsOf(row.document_id, row.document_pages))
        fault(code, detail, 'content', of === 'pages' ? 'pages' : 'documentId');
    row.attachment_ids.forEach((id, k) => {
      for (const { code, detail } of usable.documents.faultsOf(id, row.attachment_pages[k] || null))
        fault(code, detail, 'attachments', k);
    });
    const { backgroundPage } = row.options as { backgroundPage?: string };
    if (backgroundPage !== undefined)
      for (const { code, detail } of usable.documents.faultsOf(backgroundPage, null))
        fault(code, detail, 'options', 'backgroundPage');
    const line = row.sender ? senderFault(row.sender) : undefined;
    if (line) fault(line.code, line.message, 'sender');
  });
  const filled = rows.flatMap((row, i) =>
    row.template_version_id && usable.versions.has(row.template_version_id)
      ? [{ i, versionId: row.template_version_id, data: row.data }]
      : [],
  );
  const found = templates.faultsOf(filled);
  if (found === undefined)
    throw new MailError(
      'template_data_too_slow',
      "Checking the data against the template's schema takes too long. Simplify the patterns of the schema.",
    );
  found.forEach((items, k) => {
    for (const { pointer, text } of items)
      faults.push({
        code: 'template_data_invalid',
        detail: text,
        pointer: `${pointerOf(['letters', filled[k]?.i ?? 0, 'content', 'data'])}${pointer}`,
      });
  });
  return faults;
}

async function usableContent(sql: Sql, rows: readonly DraftLetter[], templates: TemplateData) {
  const versionIds = [...new Set(rows.flatMap((row) => row.template_version_id ?? []))];
  const documentIds = rows.flatMap((row) => [
    ...(row.document_id ? [row.document_id] : []),
    ...row.attachment_ids,
    ...('backgroundPage' in row.options ? [String(row.options['backgroundPage'])] : []),
  ]);
  const versions =
    versionIds.length === 0
      ? []
      : await sql<{ id: string }>(
          `select id from pli.template_versions where id = any($1) and state <> 'withdrawn'`,
          [versionIds],
          'prepared',
        );
  const unread = versions.map(({ id }) => id).filter((id) => !templates.knows(id));
  if (unread.length > 0)
    for (const { id, data_schema } of await sql<{ id: string; data_schema: object }>(
      `select id, data_schema from pli.template_versions where id = any($1)`,
      [unread],
    ))
      templates.learn(id, data_schema);
  return { versions: new Set(versions.map(({ id }) => id)), documents: await NamedDocuments.read(sql, documentIds) };
}

function senderFault(sender: PostalAddress): MailError | undefined {
  try {
    senderLine(sender);
    return undefined;
  } catch (error) {
    if (error instanceof MailError) return error;
    throw error;
  }
}
