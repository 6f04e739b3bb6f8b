// A thread of the pool: does one job after the other, as it is asked.
import { parentPort } from 'node:worker_threads';
import { MailError } from '#domain/mail-error';
import { DocumentRefusal } from '../findings.ts';
import { jobs, type Answered, type Asked } from './jobs.ts';

parentPort?.on('message', ({ job, args }: Asked) => {
  const work = jobs[job] as (...given: readonly unknown[]) => Promise<unknown>;
  void work(...args).then(
    (result) => answer({ result }),
    (error: unknown) => answer(told(error)),
  );
});

const answer = (answered: Answered): void => parentPort?.postMessage(answered);

function told(error: unknown): Answered {
  if (!(error instanceof MailError))
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  const { code, message: text, retry } = error;
  const findings = error instanceof DocumentRefusal ? { findings: error.findings } : {};
  return { refused: { code, text, retry, ...findings } };
}
