import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { MailError } from '#domain/mail-error';

/**
 * A browser that draws untrusted HTML and reaches nothing. Four seals, because each alone leaks (of 24 channels tried,
 * interception with JavaScript off let prefetch through, a dead proxy let STUN through): no JavaScript, a deny-all policy
 * before the template's first byte, a proxy that does not exist with WebRTC kept off UDP, and every request refused.
 * Pages are only ever filled by `setContent`: a page opened as file:// prints local files.
 */
const sealedArguments = [
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--disable-background-networking',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Line breaks must not depend on the machine's hinting settings.
  '--font-render-hinting=none',
];

/** Starts a browser. Error: `browser_unavailable` (later). It ends with this process, also by SIGKILL: its pipe breaks. */
export async function launchSealed(chromium: string): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath: chromium,
      headless: 'shell',
      pipe: true, // no debugging port that others on the machine could reach
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', TZ: 'UTC' }, // no secret of ours
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // Chromium's own sandbox refuses to run as root, and fails where user namespaces are forbidden (set-up tries it).
      args: [...sealedArguments, ...(sandboxIsOff() ? ['--no-sandbox'] : [])],
    });
  } catch (cause) {
    throw new MailError(
      'browser_unavailable',
      'The browser that composes letters does not start. Install chromium-headless-shell, or name it in CHROMIUM.',
      'later',
      cause,
    );
  }
}

/** A context shares nothing with other contexts: one serves one account and one chunk, then is closed. */
export function openContext(browser: Browser): Promise<BrowserContext> {
  return browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
}

/** A page that only takes HTML and gives PDF. */
export async function openSealedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const harmless = request.url().startsWith('data:') && !request.isNavigationRequest();
    // A page that is going away refuses the answer; then nothing was requested either.
    void (harmless ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined);
  });
  return page;
}

/** Placed before the template: what it says later can only tighten it (CSP 3, 3.3). */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** HTML → PDF of its pages, untagged: tags treble the bytes and print does not use them. */
export async function printSealed(page: Page, html: string, timeoutMs: number): Promise<Uint8Array> {
  const sealed = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">${html}`;
  // Images and fonts can only be data: URIs, but are decoded beside the parsing: wait for them only if there are any.
  const loads = /<(img|image|picture|input|object|video)\b|url\(/i.test(html);
  await page.setContent(sealed, { waitUntil: loads ? 'load' : 'domcontentloaded', timeout: timeoutMs });
  return page.pdf({
    preferCSSPageSize: true,
    format: 'a4',
    printBackground: true,
    tagged: false,
    outline: false,
    waitForFonts: /@font-face/i.test(html),
    timeout: timeoutMs,
  });
}

function sandboxIsOff(): boolean {
  return process.env['CHROMIUM_SANDBOX'] === 'off' || process.getuid?.() === 0;
}
