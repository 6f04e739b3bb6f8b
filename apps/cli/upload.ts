import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Session } from './session.ts';

/**
 * Uploads a PDF and gives its id. What Pli repaired is written beside the file, and accepted when the person says so.
 * @param how.anew as a new document, even if the same bytes were sent before
 */
export async function uploaded(
  session: Session,
  file: string,
  { anew, repair }: { anew: boolean; repair: boolean },
): Promise<string> {
  const { pli } = session;
  const options = { ...(anew && { once: randomUUID() }), ...(repair && { repair: 'embed_fonts,fit_to_a4' }) };
  const { id, state, repairs } = await pli.upload(await readFile(file), options);
  if (state !== 'proposed') return id;
  const params = { path: { id } };
  const now = await pli.get('/v1/documents/{id}', { params });
  if (now.state !== 'proposed') return id;
  const repaired = `${file.replace(/\.pdf$/i, '')}.repaired.pdf`;
  writeFileSync(repaired, await pli.bytes('/v1/documents/{id}/content.pdf', { params }));
  session.say(`Repaired (${repairs.join(', ').replaceAll('_', ' ')}): ${repaired} is what would be printed.`);
  await session.confirm('Take it?');
  await pli.post('/v1/documents/{id}/accept', { params });
  return id;
}
