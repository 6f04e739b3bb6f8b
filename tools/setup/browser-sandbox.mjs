// Can the browser use its own sandbox here? Not as root, and not in most containers, which forbid user namespaces.
import { spawnSync } from 'node:child_process';
import { isRoot } from './shell.mjs';

/** `on` or `off`; the composer starts the browser accordingly. The environment's CHROMIUM_SANDBOX goes before the trial. */
export function browserSandbox(chromium) {
  if (process.env.CHROMIUM_SANDBOX) return process.env.CHROMIUM_SANDBOX;
  if (isRoot) return 'off';
  const trial = spawnSync(chromium, ['--headless', '--dump-dom', 'about:blank'], { timeout: 20_000, stdio: 'ignore' });
  if (trial.status === 0) return 'on';
  console.error(
    'This system does not let the browser use its sandbox (user namespaces are forbidden): it will run without.',
  );
  return 'off';
}
