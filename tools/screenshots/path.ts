import type { Locator, Page } from 'playwright-core';
import type { DeskRole } from '#contracts/api/desk-roles';
import type { PictureDay } from './picture-day.ts';

/** A place on a person's path at which a picture is taken. */
export interface Stop {
  /** The file's name in `docs/handbooks/pictures`, without its ending. */
  readonly picture: string;
  /** Walks there from the stop before, as the person does: by what is on the page. What it gives is shown at the top of the picture. */
  readonly walk: (page: Page, day: PictureDay) => Promise<Locator | void>;
}

/** What a person does in the order of their handbook. */
export interface HandbookPath {
  /** `docs/handbooks/<handbook>.md`. */
  readonly handbook: string;
  readonly role: DeskRole;
  readonly stops: readonly Stop[];
}

/** Opens a page by its word in the navigation, and waits for its heading. */
export async function open(page: Page, word: string, heading = word): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link', { name: word, exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
