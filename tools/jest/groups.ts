import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../toolbox.ts';

/** Sources of tests in one group: some ten groups a worker, so that all workers end at about the same time. */
const GROUP_BYTES = 60_000;
/** A test of the screens has a browser to drive: it takes as long as so many others of its size. */
const SCREENS_TAKE = 4;
const folders = ['activities', 'apps', 'libs', 'tools', 'workflows'];
const isOfScreens = (file: string) => file.startsWith('apps/console/');

/**
 * All test files of the clone in groups of neighbours that read much the same modules. The groups come from both ends in turn (at one end are the
 * workflows, which wait, at the other activities and API, which compute), and each third one is of the screens until there are no more.
 */
export function testGroups(leaveOut: RegExp): string[][] {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(rootFolder, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.test.ts') && !leaveOut.test(file))
    .sort();
  const screens = grouped(files.filter(isOfScreens), GROUP_BYTES / SCREENS_TAKE);
  const others = grouped(
    files.filter((file) => !isOfScreens(file)),
    GROUP_BYTES,
  );
  const fromBothEnds = others.map((_, i) => others.at(i % 2 === 0 ? -1 - i / 2 : (i - 1) / 2)!);
  return fromBothEnds.flatMap((group, i) => [...(i % 2 === 0 ? screens.splice(0, 1) : []), group]).concat(screens);
}

/** Neighbours together, up to so many bytes of source a group. */
function grouped(files: readonly string[], most: number): string[][] {
  const groups: string[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    const size = statSync(join(rootFolder, file)).size;
    if (bytes + size > most) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)!.push(file);
    bytes += size;
  }
  return groups;
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
