import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../toolbox.ts';

/**
 * A group takes this share of the sources that are left, and no less than so many bytes: large ones first, for each group reads its modules anew,
 * and small ones last, so that all workers end at about the same time.
 */
const SHARE = 1 / 8;
const LEAST_BYTES = 45_000;
const folders = ['activities', 'apps', 'libs', 'tools', 'workflows'];
const isOfScreens = (file: string) => file.startsWith('apps/console/');

/**
 * All test files of the clone in groups of neighbours that read much the same modules. They come from both ends in turn (at one end are the
 * workflows, which wait, at the other activities and API, which compute), and each third one is of the screens until there are no more.
 */
export function testGroups(leaveOut: RegExp): string[][] {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(rootFolder, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.test.ts') && !leaveOut.test(file))
    .sort();
  const screens = files.filter(isOfScreens);
  const others = files.filter((file) => !isOfScreens(file));
  const groups: string[][] = [];
  while (others.length > 0) {
    if (groups.length % 3 === 0 && screens.length > 0) groups.push(taken(screens, 'first', LEAST_BYTES));
    const most = Math.max(LEAST_BYTES, bytesOf(others) * SHARE);
    groups.push(taken(others, groups.length % 2 === 0 ? 'first' : 'last', most));
  }
  if (screens.length > 0) groups.push(screens);
  return groups;
}

const bytesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(join(rootFolder, file)).size, 0);

/** Takes files off one end, at least one and up to so many bytes. */
function taken(files: string[], end: 'first' | 'last', most: number): string[] {
  const group: string[] = [];
  do group.push((end === 'first' ? files.shift() : files.pop())!);
  while (files.length > 0 && bytesOf([...group, files.at(end === 'first' ? 0 : -1)!]) <= most);
  return group;
}

/** Writes for each group a test file that runs it, into a folder of its own. Gives the files, and what removes them again. */
export function writeGroups(groups: readonly (readonly string[])[]): { files: string[]; remove: () => void } {
  const folder = join(rootFolder, `tools/jest/groups-${process.pid}`);
  mkdirSync(folder);
  const files = groups.map((group, i) => {
    const file = join(folder, `${i + 1}-from-${group[0]!.replaceAll('/', '-')}`);
    const load = '(file) => import(`../../../${file}`)';
    const text = `import { together } from '../together.ts';\nawait together(${JSON.stringify(group, null, 2)}, ${load});\n`;
    writeFileSync(file, text);
    return file;
  });
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
