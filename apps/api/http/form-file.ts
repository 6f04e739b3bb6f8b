import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';
import { MailError } from '#domain/mail-error';
import { chunksOf } from './streamed-body.ts';

/** Boundaries, headers of parts and a few small fields. */
const aroundTheFile = 64 * 1024;
const field = 'file';

/**
 * The one file of a form (`multipart/form-data`, RFC 7578): the part named `file`. Its name on the sender's disk is not read, and its
 * media type is not believed: the bytes tell. Other fields are not taken.
 * @param wholeMs how long all of it may take, in milliseconds
 * @throws MailError `form_unreadable`, and what `chunksOf` throws
 */
export async function fileOfForm(request: Request, mostBytes: number, wholeMs: number): Promise<Buffer> {
  const form = formOf(request, mostBytes);
  const pieces: Buffer[] = [];
  let files = 0;
  let fault: MailError | undefined;
  const refuse = (why: string, cause?: unknown) => void (fault ??= unreadable(why, cause));
  const closed = new Promise<void>((resolve) => form.once('close', resolve));
  form.on('file', (name, file) => {
    files++;
    // Without a listener of its own, a part that is cut would end the process.
    file.on('error', (error) => refuse('it was cut', error));
    file.on('limit', () => (fault ??= tooLarge(mostBytes)));
    if (name === field && files === 1) return void file.on('data', (piece: Buffer) => pieces.push(piece));
    refuse(name === field ? `it has several files named "${field}"` : `its file is not named "${field}"`);
    file.resume();
  });
  form.on('field', () => refuse('it has fields beside the file'));
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    form.on(limit, () => refuse('it has too many parts'));
  form.on('error', (error) => refuse('its parts cannot be told apart', error));
  for await (const chunk of chunksOf(request, mostBytes + aroundTheFile, wholeMs)) {
    if (fault !== undefined) break;
    // Its pace is not waited for: what it has not given yet is bounded as the file is.
    form.write(chunk);
  }
  if (fault === undefined) {
    form.end();
    await closed;
  }
  form.destroy();
  if (fault !== undefined) throw fault;
  if (files === 0) throw unreadable(`it has no file named "${field}"`);
  return Buffer.concat(pieces);
}

function formOf(request: Request, mostBytes: number): Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      limits: {
        files: 2,
        fields: 1,
        parts: 3,
        fileSize: mostBytes,
        fieldSize: 1024,
        fieldNameSize: 100,
        headerPairs: 20,
      },
    });
  } catch (error) {
    throw unreadable('it names no boundary', error);
  }
}

const tooLarge = (mostBytes: number) => new MailError('body_too_large', `The file is larger than ${mostBytes} bytes.`);

const unreadable = (why: string, cause?: unknown) =>
  new MailError(
    'form_unreadable',
    `The form could not be read: ${why}. Send one part named "${field}" and nothing else, or the bytes alone as application/pdf.`,
    'never',
    cause,
  );
