import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MailError } from '#domain/mail-error';
import { type Limits, runConfined } from './confined.ts';
import type { DocumentTools } from './tools.ts';

/** Pages of a file, in qpdf's writing (`1-3,5`); all pages when not said. */
export type Pages = { readonly file: string; readonly pages?: string };

const limits: Limits = { seconds: 600, memoryMb: 4096, outputMb: 4096 };

/**
 * Merges pages of many files into one with qpdf, streaming from disk to disk. `scratch` takes the argument file: hundreds of names
 * do not fit a command line. Error: `merge_failed` (later: the files are ours, so it is the disk or the machine).
 */
export async function mergePdfs(
  inputs: readonly Pages[],
  output: string,
  scratch: string,
  tools: DocumentTools,
): Promise<void> {
  const args = [
    // Files stay open: reopening them for every object halves the speed. Sharing is ours to know: no search for unused resources.
    '--keep-files-open=y',
    '--remove-unreferenced-resources=no',
    '--deterministic-id',
    '--empty',
    '--pages',
    ...inputs.flatMap(({ file, pages }) => (pages === undefined ? [file] : [file, pages])),
    '--',
    output,
  ];
  const list = join(scratch, 'merge.args');
  await writeFile(list, `${args.join('\n')}\n`);
  const ended = await runConfined(tools.qpdf, [`@${list}`], limits);
  if (ended.by !== 'exit' || ended.code !== 0)
    throw new MailError(
      'merge_failed',
      'The pages could not be put together. Look for room on the disk, then try again.',
      'later',
      ended.stderr,
    );
}
