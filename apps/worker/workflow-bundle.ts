import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The workflows as they run in production, and the hash that each event of the ledger names as part of its cause. */
export interface WorkflowBundle {
  code: string;
  sha256: string;
}

/**
 * The bundle that the build left in `dist`, with its hash proved.
 * @throws Error when it is absent (run the build) or is not the file the build wrote
 */
export async function readWorkflowBundle(
  file = fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url)),
): Promise<WorkflowBundle> {
  const [code, told] = await Promise.all([readFile(file), readFile(`${file}.sha256`, 'utf8')]).catch(
    (cause: unknown) => {
      throw new Error('There is no workflow bundle. Run `npm run build`.', { cause });
    },
  );
  const sha256 = createHash('sha256').update(code).digest('hex');
  if (told.split(' ')[0]?.trim() !== sha256)
    throw new Error('The workflow bundle is not the one that was built. Run `npm run build`.');
  return { code: code.toString('utf8'), sha256 };
}
