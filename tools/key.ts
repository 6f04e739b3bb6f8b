// `npm run key`: makes an API key in the running instance and prints it, once. Whoever may read the instance's folder may do this.
import { parseArgs } from 'node:util';
import { newKey } from '#contracts/api/keys';
import { storeKey } from './demonstration/store-key.ts';
import { runningEnvironment } from './launcher/instance-folder.ts';

const usage = `Usage:
  npm run key -- provider --name "Who"
  npm run key -- operator --site sit_… --name "Who"
  npm run key -- customer --account acc_… --mode test --name "Who" [--scope orders:read --scope …]`;

try {
  console.log(await makeKey());
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}

async function makeKey(): Promise<string> {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: text, site: text, account: text, mode: text, scope: { type: 'string', multiple: true } },
  });
  const { name = 'made by npm run key', site: siteId, account: accountId, mode, scope: scopes } = values;
  const given = newKey.safeParse({
    role: positionals[0] ?? 'provider',
    name,
    ...(siteId !== undefined && { siteId }),
    ...(accountId !== undefined && { accountId }),
    ...(mode !== undefined && { mode }),
    ...(scopes !== undefined && { scopes }),
  });
  if (!given.success) {
    const faults = given.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`This key cannot be made:\n${faults.join('\n')}`);
  }
  const { API_DATABASE_URL } = runningEnvironment();
  if (API_DATABASE_URL === undefined) throw new Error('The running instance does not name its database.');
  return (await storeKey(API_DATABASE_URL, given.data)).secret;
}
