import { writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

/** Pixels: a picture is as high as its page, within these. */
const [LEAST, MOST] = [600, 980];
const WIDTH = 1280;
/** Where the top of a picture begins, below the header that stays. */
const BELOW_HEADER = 76;
/** Colours of a picture: enough for screens, whose faces are flat. */
const COLOURS = 96;
/** Milliseconds without a request, after which a page stands still although its event stream is open. */
const STILL_MS = 600;

/**
 * Takes a picture of a page as it stands and writes it as a small PNG.
 * @param top what is shown at the top; the page's beginning when left out
 * @returns bytes written
 */
export async function takePicture(page: Page, file: string, top?: Locator): Promise<number> {
  // Nothing is shown as pointed at.
  await page.mouse.move(WIDTH - 1, 1);
  await settle(page);
  const isOpen = await page.getByRole('dialog').isVisible();
  const height = isOpen ? MOST - 120 : await heightOf(page);
  await page.setViewportSize({ width: WIDTH, height });
  const box = await top?.boundingBox();
  await page.evaluate(box ? `scrollBy(0, ${box.y - BELOW_HEADER})` : 'scrollTo(0, 0)');
  await settle(page);
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const png = await sharp(shot)
    .png({ palette: true, colours: COLOURS, dither: 0.4, effort: 10, compressionLevel: 9 })
    .toBuffer();
  writeFileSync(file, png);
  return png.length;
}

/** Waits until the page asks for nothing more and each of its images is there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    `(async () => {
      const asked = () => performance.getEntriesByType('resource').length;
      for (let before = -1, rounds = 0; rounds < 40 && (asked() !== before || document.querySelector('[role=status] [class*=Loader], .mantine-Skeleton-root')); rounds++) {
        before = asked();
        await new Promise((done) => setTimeout(done, ${STILL_MS}));
      }
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    })()`,
  );
}

/** How high the page is, the navigation with it, within what a picture may be. */
async function heightOf(page: Page): Promise<number> {
  await page.setViewportSize({ width: WIDTH, height: LEAST });
  const height = (await page.evaluate(
    `Math.max(document.querySelector('#content > *')?.scrollHeight ?? 0, 0) + 110`,
  )) as number;
  return Math.round(Math.min(MOST, Math.max(LEAST, height)));
}
