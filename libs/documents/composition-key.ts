import { createHash } from 'node:crypto';
import type { ComposeRequest, SourcePages } from './compose-request.ts';

/**
 * Changes whenever the same request would give other pages: templates' environment, window block, page limits, PDF settings.
 * The browser's own version is not in it: what was composed once is kept and used for preview, print, reprint and archive.
 */
export const composerVersion = 'pli-3';

/**
 * Same key, same letter: hash of all that the composer uses. `fonts`: fingerprint of the house fonts. Hex, 64 characters. It tells
 * of content and is stored under a key only (`keyedNames` of the blobs).
 */
export function compositionKey(request: ComposeRequest, fonts: string): string {
  const {
    content,
    attachments,
    background,
    envelope,
    registered,
    recipientLines,
    senderLine,
    geometry,
    sides,
    maxPages,
  } = request;
  const said =
    content.kind === 'template'
      ? {
          kind: content.kind,
          version: content.template.version,
          html: digest(content.template.html),
          data: content.data,
        }
      : { kind: content.kind, ...saidOf(content), addressPage: content.addressPage ?? 'auto', envelope, registered };
  return digest(
    canonical({
      composerVersion,
      fonts,
      content: said,
      attachments: attachments.map(saidOf),
      background: background && digest(background),
      recipientLines,
      senderLine,
      geometry,
      sides,
      maxPages,
    }),
  );
}

/** The pages said, so that naming all of them and naming none are two keys: no file is opened for a key. */
function saidOf({ pdf, pages }: SourcePages) {
  return { pdf: digest(pdf), pages };
}

/** JSON with its keys in order, so that equal data has equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
