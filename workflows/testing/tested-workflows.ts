import { join } from 'node:path';
import { readWorkflowBundle, type WorkflowBundle } from '../../apps/worker/workflow-bundle.ts';
import { bundleWorkflows } from '../../tools/bundle-workflows.ts';
import { rootFolder } from '../../tools/toolbox.ts';

/** The workflows as tests run them: those that `npm test` has just built; bundled from source when jest is called alone. */
export const testedWorkflows = (): Promise<WorkflowBundle> =>
  process.env.TEST_WORKFLOWS_ARE_BUILT
    ? readWorkflowBundle(join(rootFolder, 'dist/workflow-bundle.js'))
    : bundleWorkflows();
