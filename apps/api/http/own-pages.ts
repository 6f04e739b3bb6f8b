import type { Request } from 'express';
import { MailError } from '#domain/mail-error';

/** Our own pages send it with each request: a form of another site cannot, and its scripts would have to ask first. */
export const OWN_PAGES_HEADER = 'Pli-Console';

const reading = new Set(['GET', 'HEAD']);

/**
 * Lets a request that a cookie could carry change something only when it comes from a page of ours: it has our header, and what the
 * browser itself says of where it comes from does not speak against it.
 * @param publicOrigin the address that people know us by, when a proxy in front of us has another than the one asked for
 * @throws MailError `request_not_from_console`
 */
export function mustBeOfOwnPages(request: Request, publicOrigin: string): void {
  if (reading.has(request.method)) return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const isOwn =
    request.headers[OWN_PAGES_HEADER.toLowerCase()] === '1' &&
    (origin === undefined || origin === publicOrigin || hostOf(origin) === host) &&
    (site === undefined || site === 'same-origin');
  if (!isOwn)
    throw new MailError(
      'request_not_from_console',
      `A person's session changes something only from our own pages, which say ${OWN_PAGES_HEADER}: 1. For programs there are keys.`,
    );
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
