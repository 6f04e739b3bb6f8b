import type { CDPSession, Page } from 'puppeteer-core';
import { MailError } from '#domain/mail-error';

/** What a letter tried to load and was refused; `address` as the browser names it, empty where it does not. */
export type RefusedLoad = { readonly kind: string; readonly address: string };

/**
 * Listens for what the seals refuse on a page. The policy refuses before a request is made, so interception sees little of it:
 * the browser's log tells (its words, hence the wide patterns), and a refresh is told when it is scheduled, long before it runs.
 * The list is emptied by the caller before each letter.
 */
export async function watchRefusals(page: Page, session: CDPSession): Promise<RefusedLoad[]> {
  const refused: RefusedLoad[] = [];
  session.on('Log.entryAdded', ({ entry: { source, text } }) => {
    if (source !== 'security' && !text.startsWith('Not allowed to load local resource')) return;
    const [before = ''] = text.split(/'|\b(?:https?|file):/, 1);
    // <base> loads nothing; what is relative to it is found in the HTML.
    if (!/base URI/.test(before)) refused.push({ kind: kindOf(before), address: addressIn(text) });
  });
  session.on('Page.frameScheduledNavigation', ({ url }) => {
    if (isOutside(url)) refused.push({ kind: 'a refresh', address: url });
  });
  page.on('request', (request) => {
    if (isOutside(request.url())) refused.push({ kind: kindOf(request.resourceType()), address: request.url() });
  });
  await Promise.all([session.send('Log.enable'), session.send('Page.enable')]);
  return refused;
}

/**
 * A file named without a place, as in `<img src="logo.png">`: the browser has nothing to resolve it against, says nothing and
 * draws a broken image. Comments are passed over.
 */
export function relativeLoad(html: string): RefusedLoad | undefined {
  for (const [, tag, address] of html.matchAll(elementsThatLoad))
    if (tag && address) return { kind: kindOf(tag.toLowerCase()), address };
  return undefined;
}
/** Either a comment, or an element and the first address of it that is neither inside the letter nor has a scheme. Linear: `<` ends it. */
const elementsThatLoad =
  /<!--[\s\S]*?(?:-->|$)|<(img|image|iframe|embed|object|source|video|audio)\b[^<>]*?\s(?:src|srcset|data|poster|href)\s*=\s*["']?(?![a-z][a-z+.-]*:|#)([^\s"'<>]+)/gi;

/** Error of a letter that wants what is not in it: `template_reaches_out`. Names no host and no query, which may hold data. */
export function reachesOut({ kind, address }: RefusedLoad): MailError {
  const shown = address.replace(/^([a-z]+:)?\/\/[^/?#]*/i, '$1…').replace(/[?#].*$/s, '');
  return new MailError(
    'template_reaches_out',
    `The template loads ${kind}${shown ? ` from outside: “${shown.slice(0, 60)}”` : ' that is not part of it'}. ` +
      'Letters are drawn without a network and without files, so it would be missing in print. ' +
      'Embed images and fonts as data: URIs and styles in <style>, and remove anything else that loads.',
  );
}

function isOutside(url: string): boolean {
  return !/^(data|about|blob):/i.test(url);
}
function addressIn(text: string): string {
  return /\b(?:https?|file|ftp|wss?|blob):[^\s'"]*/i.exec(text)?.[0].replace(/\.$/, '') ?? '';
}
function kindOf(words: string): string {
  return kinds.find(([pattern]) => pattern.test(words))?.[1] ?? 'something';
}
const kinds: readonly (readonly [RegExp, string])[] = [
  [/image|img/, 'an image'],
  [/stylesheet/, 'a stylesheet'],
  [/font/, 'a font'],
  [/script/, 'a script'],
  [/media|video|audio|source/, 'media'],
  [/plugin|object|embed/, 'an object'],
  [/fram|document/i, 'a frame'],
];
