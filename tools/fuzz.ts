// `npm run fuzz [-- --json] [--examples <n>] [--seed <n>] [--only <callers>]`: schemathesis makes requests out of the API's own OpenAPI
// document, sound and unsound ones, as everybody who may call it (keys of each role, people at each desk, visitors, nobody), against a throw-away
// factory, and holds every answer against the document. Ends with 0 only without a failure; afterwards the checker must find nothing.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenApiDocument } from '../apps/api/docs/openapi.ts';
import { prepareDemonstration } from './demonstration/demonstration.ts';
import { runChecker } from './demonstration/run-checker.ts';
import { sendSampleOrders } from './demonstration/send-samples.ts';
import { storeKey } from './demonstration/store-key.ts';
import { callersOf } from './fuzz/callers.ts';
import { openPeople } from './fuzz/people.ts';
import { runSchemathesis, type FuzzReport } from './fuzz/schemathesis.ts';
import { startInstance } from './launcher/instance.ts';
import { localFolder } from './toolbox.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    examples: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    /** Callers by their names, by commas: for a look at one of them. */
    only: { type: 'string' },
  },
});
/** With fewer the run says too little. */
const FEWEST_CASES = 5000;
const environment = {
  // So that no request is refused for coming too fast: what the limits do is tested elsewhere.
  API_RATE_PER_SECOND: '100000',
  API_RATE_BURST: '100000',
  API_ACCOUNT_RATE_PER_SECOND: '100000',
  API_ACCOUNT_RATE_BURST: '100000',
  SIGN_IN_TRIES: '100000',
  SIGN_IN_ADDRESS_TRIES: '100000',
  SIGN_IN_REFUSAL_MS: '0',
  // Notices may be set; nothing sends them.
  MAIL_FROM: 'Pli <pli@example.org>',
};

const folder = join(localFolder, 'fuzz');
const instance = await startInstance({
  name: 'fuzz',
  throwAway: true,
  parts: ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'],
  environment,
  onStep: (text) => console.error(text),
});
const clean = await fuzz().finally(() => instance.stop());
process.exit(clean ? 0 : 1);

/** Whether everything was answered as the document says. */
async function fuzz(): Promise<boolean> {
  const demonstration = await prepareDemonstration(instance);
  await sendSampleOrders(demonstration, () => undefined);
  const { API_URL: apiUrl = '', API_DATABASE_URL: databaseUrl = '' } = instance.environment;
  const document = (await (await fetch(`${apiUrl}/openapi.json`)).json()) as OpenApiDocument;
  const { id: accountId } = await demonstration.customers.electrician.get<{ id: string }>('/v1/account');
  const people = await openPeople(instance.environment);
  const callers = callersOf({
    apiUrl,
    people,
    accountId,
    siteId: demonstration.site.id,
    makeKey: async (key) => (await storeKey(databaseUrl, key)).secret,
  });
  const reports = new Map<string, FuzzReport>();
  for (const caller of callers) {
    if (values.only !== undefined && !values.only.split(',').includes(caller.name)) continue;
    const from = performance.now();
    const report = await runSchemathesis({
      caller,
      document,
      apiUrl,
      examples: Number(values.examples),
      seed: Number(values.seed),
      folder: join(folder, caller.name),
    });
    reports.set(caller.name, report);
    const { operations, cases, failures } = report;
    const seconds = Math.round((performance.now() - from) / 1000);
    console.error(
      `${caller.name}: ${operations.length} operations, ${cases} cases, ${failures.length} failures in ${seconds} s`,
    );
  }
  await people.close();
  const { findings } = await runChecker(demonstration);
  const cases = [...reports.values()].reduce((sum, report) => sum + report.cases, 0);
  const failures = [...reports].flatMap(([name, report]) => report.failures.map((text) => `${name}: ${text}`));
  if (values.json) console.log(JSON.stringify({ cases, failures, findings }));
  else {
    for (const text of failures) console.log(text);
    for (const { kind, subject, text } of findings) console.log(`checker: ${kind} ${subject} ${text}`);
    console.log(
      `${cases} cases, ${failures.length} failures, ${findings.length} findings of the checker; reports in .local/fuzz`,
    );
  }
  return cases >= FEWEST_CASES && failures.length === 0 && findings.length === 0;
}
