import puppeteer, { type Browser, type BrowserContext, type CDPSession, ProtocolError } from 'puppeteer-core';
import { rmSync } from 'node:fs';
import { MailError } from '#domain/mail-error';
import { draw, screenCanBeHidden, type SealedPage } from './drawing.ts';
import { reachesOut, relativeLoad, watchRefusals } from './refused-loads.ts';
import { openScratch } from './scratch.ts';
import { stepBackAsWeDo } from './step-back.ts';

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
  const profile = await openScratch();
  try {
    const browser = await puppeteer.launch({
      userDataDir: profile,
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
    const child = browser.process();
    child?.once('exit', () => rmSync(profile, { recursive: true, force: true }));
    if (child?.pid !== undefined) await stepBackAsWeDo(child.pid);
    return browser;
  } catch (cause) {
    rmSync(profile, { recursive: true, force: true });
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

export async function openSealedPage(context: BrowserContext): Promise<SealedPage> {
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const harmless = request.url().startsWith('data:') && !request.isNavigationRequest();
    // A page that is going away refuses the answer; then nothing was requested either.
    void (harmless ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined);
  });
  const session = await page.createCDPSession();
  const refused = await watchRefusals(page, session);
  await putAway(session);
  const { frameTree } = await session.send('Page.getFrameTree');
  const sealed = { page, session, frameId: frameTree.frame.id, refused, hidesScreen: false, narrow: false };
  sealed.hidesScreen = await screenCanBeHidden(context.browser(), sealed);
  return sealed;
}

/** A window that is put away is not painted. Not every browser has windows. */
async function putAway(session: CDPSession): Promise<void> {
  try {
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
  }
}

/**
 * HTML → PDF of its pages. Error: `template_reaches_out` (never), when it would load what is not in it; the page may then still be
 * busy with that, and takes no further letter.
 */
export async function printSealed(sealed: SealedPage, html: string, timeoutMs: number): Promise<Uint8Array> {
  const relative = relativeLoad(html);
  if (relative) throw reachesOut(relative);
  sealed.refused.length = 0;
  const [drawn] = await Promise.allSettled([draw(sealed, html, timeoutMs)]);
  const [first] = sealed.refused;
  // Whatever else went wrong, a page sent elsewhere for one, follows from this.
  if (first) throw reachesOut(first);
  if (drawn.status === 'rejected') throw drawn.reason;
  return drawn.value;
}

/** Whether a page may take a further letter: one that went elsewhere (it was refused, and shows that) may not. */
export function isStillBlank({ page }: SealedPage): boolean {
  return page.url() === 'about:blank';
}

function sandboxIsOff(): boolean {
  return process.env['CHROMIUM_SANDBOX'] === 'off' || process.getuid?.() === 0;
}
