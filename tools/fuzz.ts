// `npm run fuzz [-- --json] [--examples <n>] [--seed <n>]`: schemathesis makes requests out of the API's own OpenAPI document, sound and unsound
// ones, with the key of each role, against a throw-away factory, and holds every answer against the document. Ends with 0 only without a
// failure; afterwards the checker must find nothing.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareDemonstration } from './demonstration/demonstration.ts';
import { runChecker } from './demonstration/run-checker.ts';
import { sendSampleOrders } from './demonstration/send-samples.ts';
import { runSchemathesis, type FuzzReport, type Role } from './fuzz/schemathesis.ts';
import { startInstance } from './launcher/instance.ts';
import { localFolder } from './toolbox.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    examples: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
/** With fewer the run says too little. */
const FEWEST_CASES = 5000;
/** So that no request is refused for coming too fast: what the limits do is tested elsewhere. */
const withoutLimits = {
  API_RATE_PER_SECOND: '100000',
  API_RATE_BURST: '100000',
  API_ACCOUNT_RATE_PER_SECOND: '100000',
  API_ACCOUNT_RATE_BURST: '100000',
};

const folder = join(localFolder, 'fuzz');
const instance = await startInstance({
  name: 'fuzz',
  throwAway: true,
  parts: ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'],
  environment: withoutLimits,
  onStep: (text) => console.error(text),
});
const clean = await fuzz().finally(() => instance.stop());
process.exit(clean ? 0 : 1);

/** Whether everything was answered as the document says. */
async function fuzz(): Promise<boolean> {
  const demonstration = await prepareDemonstration(instance);
  await sendSampleOrders(demonstration, () => undefined);
  const { Customer: customer, Operator: operator, Provider: provider } = demonstration.keys;
  const reports: Record<string, FuzzReport> = {};
  for (const [role, key] of Object.entries({ customer, operator, provider }) as [Role, string][])
    reports[role] = await runSchemathesis({
      role,
      apiUrl: instance.environment.API_URL ?? '',
      key,
      examples: Number(values.examples),
      seed: Number(values.seed),
      folder: join(folder, role),
    });
  const { findings } = await runChecker(demonstration);
  const cases = Object.values(reports).reduce((sum, report) => sum + report.cases, 0);
  const failures = Object.entries(reports).flatMap(([role, report]) =>
    report.failures.map((text) => `${role}: ${text}`),
  );
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
