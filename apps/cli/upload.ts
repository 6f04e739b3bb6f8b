import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Session } from './session.ts';

/**
 * Uploads a PDF and gives its id. What Pli repaired is written beside the file, and accepted when the person says so.
 * @param repair whether it is to be repaired where it must be
 */
export async function uploaded(session: Session, file: string, repair: boolean): Promise<string> {
  const { pli } = session;
  const asked = repair ? { repair: 'embed_fonts,fit_to_a4' } : {};
  const { id, state, repairs } = await pli.upload(await readFile(file), asked);
  if (state !== 'proposed') return id;
  const params = { path: { id } };
  const repaired = `${file.replace(/\.pdf$/i, '')}.repaired.pdf`;
  writeFileSync(repaired, await pli.bytes('/v1/documents/{id}/content.pdf', { params }));
  session.say(`Repaired (${repairs.join(', ').replaceAll('_', ' ')}): ${repaired} is what would be printed.`);
  await session.confirm('Take it?');
  await pli.post('/v1/documents/{id}/accept', { params });
  return id;
}
