import { http, type Schemas } from '../../../api/client.ts';
import { newOnce } from '../../../api/once.ts';
import { sendFile } from '../to/import-file.ts';
import type { Split } from './split-way.ts';

/** Lines of an address that a row may have. */
const LINES = 7;
const MOST_REFERENCE = 60;

/**
 * Makes a draft of the letters that were found: each with its pages and the address that stands on its first one. They go the way of a file of
 * recipients, so that an address which cannot be printed is left out with what is wrong in it, and can be mended.
 * @returns the draft's id
 * @throws Problem
 */
export async function draftOfParts({ documentId, parts }: Split): Promise<string> {
  const { data: order } = await http.POST('/v1/orders', { headers: newOnce(), body: {} });
  const id = (order as { id: string }).id;
  const content = { kind: 'document' as const, documentId };
  await http.PUT('/v1/drafts/{id}/preparation', {
    params: { path: { id } },
    body: { step: 'to', content, to: { way: 'file' } },
  });
  const { data: made } = await http.POST('/v1/imports', {
    headers: newOnce(),
    body: {
      orderId: id,
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      mapping: {
        recipientLines: Array.from({ length: LINES }, (_, i) => i + 1),
        pages: LINES + 1,
        clientReference: LINES + 2,
      },
      letter: { content },
    } as Schemas['NewImport'],
  });
  const file = new File([csvOf(parts)], 'letters.csv', { type: 'text/csv' });
  await sendFile((made as { id: string }).id, file, 0, () => undefined);
  return id;
}

/** A row a letter: the lines of its address, its pages, and what it begins with as its reference. */
export function csvOf(parts: Split['parts']): string {
  const headings = [...Array.from({ length: LINES }, (_, i) => `Ligne ${i + 1}`), 'Pages', 'Référence'];
  const rows = parts.map(({ addressLines, pages, text, code }) => {
    const lines = Array.from({ length: LINES }, (_, i) => addressLines[i] ?? '');
    // A line more than an address has is not dropped unseen: it makes the last one too long, and the row is left out.
    lines[LINES - 1] = addressLines.slice(LINES - 1).join(' ');
    return [...lines, pages, markOf({ code, text, addressLines })?.slice(0, MOST_REFERENCE).trim() ?? ''];
  });
  return [headings, ...rows].map((row) => row.map(cell).join(';')).join('\r\n');
}

/** What a part begins with: its code, or its text where that is not the address itself. */
export function markOf({
  code,
  text,
  addressLines,
}: {
  readonly code?: string | undefined;
  readonly text?: string | undefined;
  readonly addressLines: readonly string[];
}): string | undefined {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
  return code ?? (text !== undefined && plain(text) !== plain(addressLines.join(' ')) ? text : undefined);
}

const cell = (text: string): string => `"${text.replaceAll('"', '""').replace(/\s+/g, ' ')}"`;
