import { join } from 'node:path';
import { MailError } from '#domain/mail-error';
import { hotFolder } from './hot-folder.ts';
import { inserterJobFile, inserterResultFile } from '#contracts/machines/inserter-files';
import type { Inserter, InserterJob, InserterRecord, InserterResults, OutsortedSheet } from './inserter.ts';

/** An inserter behind a hot folder: job files in `<folder>/jobs`, result files in `<folder>/results`. */
export function hotFolderInserter(folder: string): Inserter {
  const jobs = hotFolder(join(folder, 'jobs'));
  const results = hotFolder(join(folder, 'results'));

  async function submit(job: InserterJob): Promise<void> {
    const { name, pieces, ...lot } = job;
    const text = inserterJobFile.write({
      header: { job: name, ...lot },
      lines: pieces.map((piece) => ({ ...piece, sheetCodes: [...piece.sheetCodes] })),
    });
    const known = await jobs.get(jobFile(name));
    if (known === text) return;
    if (known !== undefined) throw conflict(name);
    await jobs.put(jobFile(name), text);
  }

  async function instalments(name: string): Promise<string[]> {
    return (await results.list()).filter((file) => file.startsWith(`${name}.`));
  }

  async function read(name: string): Promise<InserterResults> {
    // Keyed by sequence: a machine that restarts may write its last instalment again, longer.
    const records = new Map<number, InserterRecord>();
    const outsorted = new Map<number, OutsortedSheet>();
    const parts = new Map<number, boolean>();
    for (const file of await instalments(name)) {
      const part = inserterResultFile.read((await results.get(file)) ?? '');
      if (part?.header.job !== name) continue; // half written, or of a job whose name begins alike
      parts.set(part.header.part, part.header.last);
      for (const line of part.lines) {
        const { kind, ...rest } = line;
        if (kind === 'envelope') records.set(line.sequence, rest as InserterRecord);
        else outsorted.set(line.sequence, rest as OutsortedSheet);
      }
    }
    return { records: bySequence(records), outsorted: bySequence(outsorted), complete: isWhole(parts) };
  }

  async function erase(name: string): Promise<void> {
    for (const file of await instalments(name)) await results.remove(file);
    await jobs.remove(jobFile(name));
  }

  return { submit, has: async (name) => (await jobs.get(jobFile(name))) !== undefined, results: read, erase };
}

const jobFile = (name: string): string => `${name}.jsonl`;

function bySequence<T extends { readonly sequence: number }>(lines: ReadonlyMap<number, T>): T[] {
  return [...lines.values()].sort((a, b) => a.sequence - b.sequence);
}

/** The last instalment is there and none before it is missing. */
function isWhole(parts: ReadonlyMap<number, boolean>): boolean {
  const last = [...parts].find(([, isLast]) => isLast)?.[0];
  return last !== undefined && parts.size >= last;
}

function conflict(name: string): MailError {
  return new MailError(
    'inserter_job_conflict',
    `The inserter already holds another job named ${name}. Compare the two job files; a lot's job is written once.`,
    'never',
  );
}
