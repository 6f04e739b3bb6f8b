import { http, type Schemas } from '../../../api/client.ts';
import { newOnce } from '../../../api/once.ts';
import { upload } from '../../../api/files.ts';

export type DocumentView = Schemas['Document'];
export const MOST_BYTES = 20_000_000;

/** Why a file is not even sent. */
export function refusedBefore(file: File): 'tooLarge' | 'notPdf' | undefined {
  if (!/\.pdf$/i.test(file.name) && file.type !== 'application/pdf') return 'notPdf';
  return file.size > MOST_BYTES ? 'tooLarge' : undefined;
}

/**
 * Sends a PDF and gives it the name that its file has.
 * @param asked `repair`: what is needed is mended, and a proposal comes back; `purpose: 'split'`: many letters in one file
 * @throws Problem with each finding, its page and place
 */
export async function uploadPdf(
  file: File,
  onProgress: (share: number) => void,
  asked: { repair?: boolean; purpose?: 'split' } = {},
): Promise<DocumentView> {
  const query = new URLSearchParams({
    ...(asked.repair && { repair: 'embed_fonts,fit_to_a4' }),
    ...(asked.purpose && { purpose: asked.purpose }),
  });
  const document = await upload<DocumentView>({
    path: `/v1/documents${query.size > 0 ? `?${query}` : ''}`,
    body: file,
    type: 'application/pdf',
    headers: newOnce(),
    onProgress,
  });
  const name = file.name
    .replace(/\.pdf$/i, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 120);
  if (name === '') return document;
  const { data } = await http.PATCH('/v1/documents/{id}', { params: { path: { id: document.id } }, body: { name } });
  return data as DocumentView;
}
