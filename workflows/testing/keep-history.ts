import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Client } from '@temporalio/client';
import { rootFolder } from '../../tools/toolbox.ts';

/** Golden histories: each is a run that every later version of the workflows must be able to replay. Only ever added to. */
export const goldenFolder = join(rootFolder, 'workflows/golden');

/**
 * With KEEP_HISTORIES=1 the history of an ended run becomes a golden one, unless one of that name is kept already: a change of a workflow
 * adds a name (`intake-2`), it never edits a file.
 */
export async function keepHistory(client: Client, workflowId: string, name: string): Promise<void> {
  const file = join(goldenFolder, `${name}.json`);
  if (process.env.KEEP_HISTORIES !== '1' || existsSync(file)) return;
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  await mkdir(goldenFolder, { recursive: true });
  // Who worked, and where their files lie, is nobody's business and plays no part in a replay.
  const told = historyToJSON(history)
    .replaceAll(/"identity":\s*"[^"]*"/g, '"identity": "worker"')
    .replaceAll(`${rootFolder}/`, '');
  await writeFile(file, `${told}\n`);
}
