import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../toolbox.ts';
import { paths } from './paths.ts';

const folder = join(rootFolder, 'docs/handbooks');
const pictures = readdirSync(join(folder, 'pictures'));
const handbooks = readdirSync(folder).filter((file) => file.endsWith('.md'));
const textOf = (handbook: string) => readFileSync(join(folder, handbook), 'utf8');
/** Pictures of a handbook, in its order. */
const shownIn = (handbook: string) =>
  [...textOf(handbook).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
const takenFor = (path: (typeof paths)[number]) => path.stops.map(({ picture }) => `pictures/${picture}.png`);

test('each handbook is a path that somebody walks, and shows each picture taken on it, in that order or another', () => {
  expect(paths.map(({ handbook }) => `${handbook}.md`).sort()).toEqual([...handbooks].sort());
  for (const path of paths) expect(shownIn(`${path.handbook}.md`).sort()).toEqual(takenFor(path).sort());
});

test('every picture is there, small, and none is left over', () => {
  const taken = paths.flatMap((path) => path.stops.map(({ picture }) => `${picture}.png`));
  expect(new Set(taken).size).toBe(taken.length);
  expect([...pictures].sort()).toEqual([...taken].sort());
  const bytes = pictures.map((file) => statSync(join(folder, 'pictures', file)).size);
  expect(Math.max(...bytes)).toBeLessThan(250_000);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(3_000_000);
});

test('each picture says in words what it shows', () => {
  for (const handbook of handbooks)
    for (const [, words] of textOf(handbook).matchAll(/!\[([^\]]*)\]\(/g)) expect(words?.length).toBeGreaterThan(8);
});
