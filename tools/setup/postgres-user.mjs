// PostgreSQL refuses to run as root. When set-up runs as root, the servers run as the system user `postgres`.
import { spawnSync } from 'node:child_process';
import { isRoot, run } from './shell.mjs';

const exists = () => spawnSync('id', ['-u', 'postgres'], { stdio: 'ignore' }).status === 0;

export function needsPostgresUser() {
  return isRoot && !process.env.DATABASE_URL && !exists();
}

export async function ensurePostgresUser(report) {
  await run(
    'Adding the system user postgres',
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    {
      mend: 'Add a user named postgres yourself, start as a user who is not root, or give a database by DATABASE_URL.',
    },
  );
  report(1);
}
