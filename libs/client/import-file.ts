import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from './api.ts';
import { errorOf, PliError, PliUnreachable } from './errors.ts';

type Import = components['schemas']['Import'];
/** Told while a file is sent: bytes of it that are on their way, and all. */
export type FileProgress = (sent: number, bytes: number) => void;
type Get = (path: '/v1/imports/{id}', init: { params: { path: { id: string } } }) => Promise<Import>;

/**
 * Streams a file into an import, from where it broke off last, however often the connection breaks.
 * @throws PliError when the API refuses the file · PliUnreachable when nothing of it gets through for `patienceMs`
 */
export async function sendFile(
  get: Get,
  url: string,
  headers: Record<string, string>,
  importId: string,
  file: string,
  patienceMs: number,
  progress: FileProgress = () => undefined,
): Promise<Import> {
  const { size } = await stat(file);
  let gotThrough = Date.now();
  let stood = -1;
  for (;;) {
    const known = await get('/v1/imports/{id}', { params: { path: { id: importId } } });
    if (known.state !== 'open' && known.state !== 'receiving') return known;
    if (known.nextByte > stood) gotThrough = Date.now();
    stood = known.nextByte;
    try {
      return await sendFrom(known);
    } catch (error) {
      const passing =
        !(error instanceof PliError) ||
        error.status >= 500 ||
        [408, 429].includes(error.status) ||
        stillBeingRead(error);
      if (!passing) throw error;
      if (Date.now() - gotThrough > patienceMs)
        throw error instanceof PliError ? error : new PliUnreachable(new URL(url).origin, error);
      await delay(1000);
    }
  }

  async function sendFrom({ format, nextByte }: Import): Promise<Import> {
    const answer = await fetch(`${url}/v1/imports/${importId}/content`, {
      method: 'PUT',
      headers: {
        ...headers,
        'content-type': format === 'csv' ? 'text/csv' : 'application/x-ndjson',
        'upload-offset': `${nextByte}`,
      },
      body: counted(file, nextByte, (sent) => progress(sent, size)),
      duplex: 'half',
    } as RequestInit);
    if (!answer.ok) throw await errorOf(answer);
    return (await answer.json()) as Import;
  }
}

/** The part that was cut off is still being read there: where it stands is asked again. */
const stillBeingRead = ({ code }: PliError) => code === 'import_moved_on' || code === 'import_offset_unknown';

async function* counted(file: string, from: number, tell: (sent: number) => void): AsyncGenerator<Uint8Array> {
  let sent = from;
  for await (const chunk of createReadStream(file, { start: from, highWaterMark: 256 * 1024 })) {
    yield chunk as Buffer;
    tell((sent += (chunk as Buffer).length));
  }
}
