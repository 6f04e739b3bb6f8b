// The arrows of the house, each with its reason. `npm run check` walks every import along them.
// domain ← contracts ← everything else; libs know no application; side effects live in activities.
const test = '\\.test\\.ts$|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment:
        'The rules of mail must be readable and testable alone, and run inside a workflow: nothing of ours below them.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: test },
      to: { path: '^(apps|activities|tools|workflows|libs/(?!domain/))' },
    },
    {
      name: 'domain-reaches-nothing',
      comment: 'A rule that reads a file, the network or a database cannot be replayed years later.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-import-only-domain',
      comment: 'What crosses a process boundary is read on both sides, in workflows too: it may drag nothing along.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: test },
      to: { path: '^(apps|activities|tools|workflows|libs/(?!domain/|contracts/))' },
    },
    {
      name: 'evidence-imports-only-domain',
      comment: 'The offline verifier is handed to people who trust none of our other code.',
      severity: 'error',
      from: { path: '^libs/evidence/', pathNot: test },
      to: { path: '^(apps|activities|tools|workflows|libs/(?!domain/|evidence/))' },
    },
    {
      name: 'client-stands-alone',
      comment: 'It is packed for programs that have nothing else of ours.',
      severity: 'error',
      from: { path: '^libs/client/', pathNot: test },
      to: { path: '^(apps|activities|tools|workflows|libs/(?!client/))' },
    },
    {
      name: 'command-line-is-a-customer',
      comment:
        'It can do what every holder of a key can, and knows what the API tells: nothing of ours but the client and the names of the trade.',
      severity: 'error',
      from: { path: '^apps/cli/', pathNot: test },
      to: { path: '^(activities|tools|workflows|apps/(?!cli/)|libs/(?!client/|domain/))' },
    },
    {
      name: 'console-is-a-customer',
      comment:
        'It runs in browsers and knows what the API tells: of ours the client, the rules of the domain and of evidence, which reach nothing, and types of the contracts.',
      severity: 'error',
      from: { path: '^apps/console/', pathNot: test },
      to: {
        path: '^(activities|tools|workflows|apps/(?!console/)|libs/(?!client/|domain/|evidence/))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'console-runs-in-browsers',
      comment: "Node's own modules and the contracts' schemas would be carried into every first load.",
      severity: 'error',
      from: { path: '^apps/console/', pathNot: `${test}|\\.mjs$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-are-pure',
      comment:
        'A history must replay years later: @temporalio/workflow, #domain, #contracts, activity types, nothing else.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: test },
      to: { path: '^(apps|tools|activities|libs/(?!domain/|contracts/))', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'libs-know-no-application',
      comment: 'A lib that imports who uses it can be neither reused nor tested alone.',
      severity: 'error',
      from: { path: '^libs/', pathNot: test },
      to: { path: '^(apps|activities|tools|workflows)/' },
    },
    {
      name: 'api-reaches-workflows-by-contract',
      comment: 'The API is a Temporal client, never a worker: it names workflows, it does not load them.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: test },
      to: { path: '^(workflows|activities|apps/(?!api/))|node_modules/@temporalio/worker' },
    },
    {
      name: 'machines-only-from-activities',
      comment:
        'Printing, inserting and handing over are irreversible: only activities (hosted by the worker) may touch devices, carriers and the browser.',
      severity: 'error',
      from: { pathNot: `^(activities|apps/worker|libs/(devices|carriers|documents)|tools)/|${test}` },
      to: { path: '^libs/(devices|carriers)/|node_modules/puppeteer-core', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'simulator-stands-outside',
      comment:
        'The simulator is the third witness: it speaks the real protocols and must not share our database or devices code.',
      severity: 'error',
      from: { path: '^apps/simulator/', pathNot: test },
      to: { path: '^(activities|tools|workflows|apps/(?!simulator/)|libs/(?!domain/|contracts/))' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea in two places, and ESM gives one of them undefined.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-are-leaves',
      comment:
        'Code that runs must not lean on what is left out of the build. Benches run activities one by one, as tests do.',
      severity: 'error',
      from: { pathNot: `${test}|^tools/bench` },
      to: { path: test },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that does not resolve fails only when it is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // else type-only imports are not seen at all
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
