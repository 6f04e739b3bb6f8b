// The virus scanner that the tests talk to. Nothing else needs it here: an installation brings its own, with its own signatures.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unpackDebianPackages } from './debian.mjs';
import { withLock } from './lock.mjs';
import { localFolder, onPath } from './shell.mjs';

/** Only unpacked, also as root: Debian's package would start a daemon and fetch signatures. */
const folder = join(localFolder, 'debian-for-tests');
const unpacked = join(folder, 'usr/sbin/clamd');

/** A clamd to run: the system's, or one that is unpacked under .local when it is first asked for. */
export async function clamdForTests() {
  const known = process.env.CLAMD ?? onPath('clamd');
  if (known !== undefined) return { program: known, env: {} };
  if (!existsSync(unpacked)) {
    mkdirSync(localFolder, { recursive: true });
    await withLock(join(localFolder, 'clamd-for-tests.lock'), 'Another command unpacks clamd; waiting.', async () => {
      if (!existsSync(unpacked)) await unpackDebianPackages(['clamav-daemon'], () => undefined, folder);
    });
  }
  const libraries = readdirSync(join(folder, 'usr/lib')).filter((name) => name.endsWith('-linux-gnu'));
  return {
    program: unpacked,
    env: { LD_LIBRARY_PATH: libraries.map((name) => join(folder, 'usr/lib', name)).join(':') },
  };
}
