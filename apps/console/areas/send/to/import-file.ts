import { http, type Schemas } from '../../../api/client.ts';
import { newOnce } from '../../../api/once.ts';
import { upload } from '../../../api/files.ts';
import { asProblem } from '../../../api/problem.ts';
import { sameForAll } from '../letter-of.ts';

export type Beginning = Schemas['FileBeginning'];
export type Mapping = Schemas['ImportMapping'];
export type Import = Schemas['Import'];

/** Bytes of a file that are enough to see how it is to be read. */
const LOOKED_AT = 200_000;

/** How a file would be read. @throws Problem */
export async function beginningOf(file: File, templateVersionId: string | undefined): Promise<Beginning> {
  const query = templateVersionId === undefined ? '' : `?templateVersionId=${templateVersionId}`;
  const response = await fetch(`/v1/imports/beginning${query}`, {
    method: 'POST',
    body: file.slice(0, LOOKED_AT),
    credentials: 'same-origin',
    headers: { 'Content-Type': 'text/csv', 'Pli-Console': '1' },
  });
  if (!response.ok) throw await asProblem(response);
  return (await response.json()) as Beginning;
}

/** Opens an import into a draft. @param mapping undefined for JSON Lines @returns its id */
export async function startImport(
  orderId: string,
  preparation: Schemas['Preparation'],
  mapping: Mapping | undefined,
): Promise<string> {
  const { content, attachments = [], sender } = sameForAll(preparation);
  const data = preparation.content?.kind === 'template' ? (preparation.content.data ?? {}) : {};
  const { data: made } = await http.POST('/v1/imports', {
    headers: newOnce(),
    body: {
      orderId,
      format: mapping === undefined ? 'jsonl' : 'csv',
      mapping: mapping ?? 'auto',
      letter: {
        ...(content && { content: content.kind === 'template' ? { ...content, data } : content }),
        attachments: attachments.map(({ documentId }) => documentId),
        ...(sender && { sender }),
      },
    } as Schemas['NewImport'],
  });
  return (made as Import).id;
}

/** Sends a file, or the rest of it from a byte on. @throws Problem */
export async function sendFile(
  importId: string,
  file: File,
  from: number,
  onProgress: (share: number) => void,
): Promise<void> {
  await upload({
    path: `/v1/imports/${importId}/content`,
    method: 'PUT',
    body: from === 0 ? file : file.slice(from),
    type: /\.(jsonl|ndjson)$/i.test(file.name) ? 'application/x-ndjson' : 'text/csv',
    headers: from === 0 ? {} : { 'Upload-Offset': String(from) },
    onProgress,
  });
}
