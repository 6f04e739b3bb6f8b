import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './person.ts';
import type { PictureDay } from './picture-day.ts';
import type { HandbookPath, Stop } from './path.ts';
import { takePicture } from './picture.ts';

/** A place at which somebody did not find what the handbook shows, with where the page as it stood then can be seen. */
export interface Missed {
  readonly picture: string;
  readonly why: string;
  readonly seen: string;
}

interface Parts {
  readonly folder: string;
  /** Where pages are put on which something was missing. */
  readonly aside: string;
  readonly day: PictureDay;
  readonly tell: (what: string) => void;
}

/** Walks a handbook's path and takes its pictures. Whoever does not find something goes on with the next stop. */
export async function takePictures({ role, stops }: HandbookPath, person: Person, parts: Parts): Promise<Missed[]> {
  mkdirSync(parts.folder, { recursive: true });
  const missed: Missed[] = [];
  for (const stop of stops) {
    const trouble = await take(stop, person, parts);
    if (trouble === undefined) continue;
    missed.push(trouble);
    parts.tell(`${role} missed something at ${stop.picture}`);
  }
  return missed;
}

async function take({ picture, walk }: Stop, { page }: Person, parts: Parts): Promise<Missed | undefined> {
  try {
    const top = await walk(page, parts.day);
    const bytes = await takePicture(page, join(parts.folder, `${picture}.png`), top ?? undefined);
    parts.tell(`${picture}.png, ${Math.round(bytes / 1000)} kB`);
    return undefined;
  } catch (error) {
    mkdirSync(parts.aside, { recursive: true });
    const seen = join(parts.aside, `${picture}.png`);
    await page.screenshot({ path: seen, fullPage: true });
    return { picture, why: error instanceof Error ? error.message : String(error), seen };
  }
}

/** Takes away pictures that no handbook shows any more. */
export function removeLeftOver(folder: string, paths: readonly HandbookPath[]): void {
  const known = new Set(paths.flatMap(({ stops }) => stops.map(({ picture }) => `${picture}.png`)));
  for (const file of readdirSync(folder)) if (!known.has(file)) rmSync(join(folder, file));
}
