import type { Locator, Page } from 'playwright-core';

/** No path of a page is longer: who has not come there by then goes in circles. */
const MOST_STEPS = 90;
/** Around the element: where a ring of focus is drawn, in pixels. */
const AROUND = 16;

/**
 * Walks to an element by Tab alone (`back`: by Shift+Tab), as a person without a mouse does, and sees that the focus shows there.
 * Throws when it cannot be reached.
 */
export async function walkTo(page: Page, target: Locator, back = false): Promise<void> {
  await target.waitFor();
  const key = back ? 'Shift+Tab' : 'Tab';
  for (let steps = 0; !(await hasFocus(target)); steps++) {
    if (steps === MOST_STEPS) throw new Error(`${String(target)} is not reached by the keyboard`);
    await page.keyboard.press(key);
  }
  await expectFocusShows(page, target, back);
}

/** Walks to an element and presses Enter. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.press('Enter');
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** The element looks otherwise with the focus than without it. */
async function expectFocusShows(page: Page, target: Locator, back: boolean): Promise<void> {
  const box = await target.evaluate((element) => {
    // The box that is seen: radios, switches and check boxes are drawn by what stands beside them.
    const own = element.getBoundingClientRect();
    const seen = own.width > 8 && own.height > 8 ? own : (element.parentElement ?? element).getBoundingClientRect();
    return { x: seen.x, y: seen.y, width: seen.width, height: seen.height };
  });
  const clip = {
    x: Math.max(0, box.x - AROUND),
    y: Math.max(0, box.y - AROUND),
    width: box.width + 2 * AROUND,
    height: box.height + 2 * AROUND,
  };
  const look = () => page.screenshot({ clip, animations: 'disabled' });
  const withFocus = await look();
  await page.keyboard.press(back ? 'Tab' : 'Shift+Tab');
  const without = await look();
  await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  if (withFocus.equals(without)) throw new Error(`${String(target)} does not show that it has the focus`);
  if (!(await hasFocus(target))) throw new Error(`${String(target)} lost the focus by itself`);
}
