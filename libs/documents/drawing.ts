import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { RefusedLoad } from './refused-loads.ts';

/** A page that only takes HTML and gives PDF. */
export type SealedPage = {
  readonly page: Page;
  readonly session: CDPSession;
  readonly frameId: string;
  /** What the letter being drawn tried to load. */
  readonly refused: RefusedLoad[];
  /** Whether this browser lays out on paper what is kept off its screen. */
  hidesScreen: boolean;
  /** Whether its screen is a pixel wide just now. */
  narrow: boolean;
};

/** Placed before the template: what it says later can only tighten it (CSP 3, 3.3). */
const policy =
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="` +
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">`;

/**
 * A browser lays a letter out up to five times, of which paper needs one: for its screen, when the letter came; with the rules for
 * print but still as wide as the screen; on paper; for the screen again; and it paints that screen. All but paper find nothing to
 * lay out: no paper is a pixel wide, and the screen is made so. This halves the work of a letter.
 */
const hiddenScreen = '<style>@media screen, (max-width: 1px) { :root { display: none !important } }</style>';

/** Images are decoded beside the parsing, though they can only be data: URIs: there is something to wait for. */
const loads = /<img\b/i;
/** What the browser loads, or refuses, only where a screen shows it: a letter with these is laid out for one as well. */
const loadsWhenSeen =
  /<(picture|image|feimage|input|object|video|i?frame|embed)\b|\bsrcset\b|\bloading\b|url\(|image-set|cross-fade|@font-face/i;

/** HTML → PDF, untagged: tags treble the bytes and print does not use them. Only what needs puppeteer's waiting pays for it. */
export async function draw(sealed: SealedPage, html: string, timeoutMs: number): Promise<Uint8Array> {
  const { page, session, frameId } = sealed;
  const mustBeSeen = loadsWhenSeen.test(html);
  const hides = sealed.hidesScreen && !mustBeSeen;
  await setScreen(sealed, hides);
  const whole = policy + (hides ? hiddenScreen : '') + html;
  if (mustBeSeen || loads.test(html)) await page.setContent(whole, { waitUntil: 'load', timeout: timeoutMs });
  else await session.send('Page.setDocumentContent', { frameId, html: whole });
  if (mustBeSeen)
    return page.pdf({
      ...printing,
      format: 'a4',
      tagged: false,
      outline: false,
      waitForFonts: true,
      timeout: timeoutMs,
    });
  const { data } = await session.send('Page.printToPDF', {
    ...printing,
    ...a4,
    generateTaggedPDF: false,
    generateDocumentOutline: false,
    transferMode: 'ReturnAsBase64',
  });
  return new Uint8Array(Buffer.from(data, 'base64'));
}

const printing = { preferCSSPageSize: true, printBackground: true } as const;
/** What a template without @page gets; the browser counts in inches. */
const a4 = { paperWidth: 8.27, paperHeight: 11.7, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };

async function setScreen(sealed: SealedPage, narrow: boolean): Promise<void> {
  if (sealed.narrow === narrow) return;
  if (narrow) await sealed.session.send('Emulation.setDeviceMetricsOverride', pixel);
  else await sealed.session.send('Emulation.clearDeviceMetricsOverride');
  sealed.narrow = narrow;
}
const pixel = { width: 1, height: 1, screenWidth: 800, screenHeight: 600, deviceScaleFactor: 1, mobile: false };

const tried = new WeakMap<Browser, Promise<boolean>>();

/**
 * Whether a hidden screen leaves paper alone: this browser's way, and no promise of its makers. Tried on the first page of each
 * browser; where it does not hold, letters are drawn the longer way.
 */
export function screenCanBeHidden(browser: Browser, page: SealedPage): Promise<boolean> {
  const known = tried.get(browser) ?? twoPagesCome(page).catch(() => false);
  tried.set(browser, known);
  return known;
}

async function twoPagesCome(page: SealedPage): Promise<boolean> {
  const specimen = '<style>@page { size: A4 }</style><p>1</p><p style="break-before: page">2</p>';
  page.hidesScreen = true;
  const pdf = Buffer.from(await draw(page, specimen, 10_000)).toString('latin1');
  return pdf.match(/\/Type \/Page\b/g)?.length === 2;
}
