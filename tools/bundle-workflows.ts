import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { rootFolder } from './toolbox.ts';

/** A leaked database entity silently adds megabytes; the SDK with its protocol buffers alone is about 0.85 MB. */
export const BUNDLE_BUDGET_BYTES = 1_200_000;

/** Packages that a workflow has no business with, though they would bundle without a word. */
const foreign =
  /node_modules\/(typeorm|@nestjs|rxjs|zod|luxon|date-holidays|pg|ioredis|ajv|liquidjs|bwip-js|@cantoo|puppeteer-core|sharp|zxing-wasm|@temporalio\/(?:activity|client|worker|testing))\//;

/**
 * Bundles the workflows from source, the same bytes wherever the clone lies, so that their hash names them.
 * @throws Error when they do not bundle, weigh more than the budget or hold a module that is not theirs
 */
export async function bundleWorkflows(
  entry = join(rootFolder, 'workflows/index.ts'),
): Promise<{ code: string; sha256: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      context: rootFolder,
      // The map names files from the clone's folder on: a path of this machine would change the hash.
      devtool: 'inline-nosources-source-map',
      output: { ...config.output, devtoolModuleFilenameTemplate: nameInMap },
      resolve: { ...config.resolve, conditionNames: ['source', '...'] },
    }),
  });
  assertPure(code);
  return { code, sha256: createHash('sha256').update(code).digest('hex') };
}

const nameInMap = ({ absoluteResourcePath: path }: { absoluteResourcePath: string }) =>
  path.replaceAll(`${rootFolder}/`, '');

/** @throws Error when the bundle is too heavy or holds a module that workflows may not know */
export function assertPure(code: string): void {
  const bytes = Buffer.byteLength(code);
  if (bytes > BUNDLE_BUDGET_BYTES)
    throw new Error(
      `The workflow bundle has ${bytes} bytes, its budget is ${BUNDLE_BUDGET_BYTES}: something leaked into it.`,
    );
  const found = foreign.exec(code);
  if (found)
    throw new Error(
      `The workflow bundle holds ${found[1]}: workflows know only their API, the domain and the contracts.`,
    );
  const map = Buffer.from(code.slice(code.lastIndexOf('base64,') + 7), 'base64').toString('utf8');
  if (`${code}${map}`.includes(rootFolder))
    throw new Error('The workflow bundle holds a path of this machine: its hash would differ elsewhere.');
}
