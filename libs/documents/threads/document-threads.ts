import { Worker } from 'node:worker_threads';
import { MailError } from '#domain/mail-error';
import { DocumentRefusal, type Finding } from '../findings.ts';
import type { Answered, JobName, jobs } from './jobs.ts';

/** A thread that has nothing to do is kept for the next job so long: making one costs as much as an ordinary document. */
const KEPT_MS = 30_000;
/** Megabytes of objects in a thread. An honest print of 2,000 pages needs a third; whoever needs more ends the thread, not the process. */
const HEAP_MB = 512;

/** A job's own clocks end it; this is for code that no clock reaches. */
const givenUpAfter = { acceptUploadedPdf: 90_000, splitPdf: 90_000 } as const satisfies Record<JobName, number>;

type Job<Name extends JobName> = (typeof jobs)[Name];

/**
 * Does the work on customers' PDFs in threads, so that nothing else of the process waits for it, however long or hostile a document is. As many
 * threads as jobs run at once: callers wait for their turn before they ask. What waits for nobody does not keep the process alive.
 */
export class DocumentThreads {
  readonly #idle: { thread: Worker; ends: NodeJS.Timeout }[] = [];

  /** Runs a job. Its errors are the job's; `document_too_heavy` when it outgrows its thread. */
  async run<Name extends JobName>(job: Name, ...args: Parameters<Job<Name>>): Promise<Awaited<ReturnType<Job<Name>>>> {
    const thread = this.#take();
    try {
      const answered = await ask(thread, job, args);
      this.#keep(thread);
      if ('result' in answered) return answered.result as Awaited<ReturnType<Job<Name>>>;
      if ('failed' in answered) throw new Error(`${job}: ${answered.failed}`);
      throw refusalOf(answered.refused);
    } catch (error) {
      if (error === outgrown || error === endless) {
        void thread.terminate();
        throw tooHeavy();
      }
      throw error;
    }
  }

  /** Ends the threads that have nothing to do. */
  async close(): Promise<void> {
    await Promise.all(
      this.#idle.splice(0).map(({ thread, ends }) => {
        clearTimeout(ends);
        return thread.terminate();
      }),
    );
  }

  #take(): Worker {
    const kept = this.#idle.pop();
    if (kept === undefined) return newThread();
    clearTimeout(kept.ends);
    kept.thread.ref();
    return kept.thread;
  }

  #keep(thread: Worker): void {
    thread.unref();
    const ends = setTimeout(() => {
      this.#idle.splice(
        this.#idle.findIndex((kept) => kept.thread === thread),
        1,
      );
      void thread.terminate();
    }, KEPT_MS);
    this.#idle.push({ thread, ends: ends.unref() });
  }
}

const outgrown = Symbol('outgrown');
const endless = Symbol('endless');

function ask(thread: Worker, job: JobName, args: readonly unknown[]): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => settle(() => reject(endless)), givenUpAfter[job]);
    const onMessage = (answered: Answered) => settle(() => resolve(answered));
    const onError = (error: Error & { code?: string }) =>
      settle(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outgrown : error));
    // Each by name: a thread hears its own messages by listeners of Node's.
    const settle = (then: () => void) => {
      clearTimeout(patience);
      thread.off('message', onMessage).off('error', onError);
      then();
    };
    thread.on('message', onMessage).on('error', onError);
    thread.postMessage({ job, args });
  });
}

function newThread(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  // In tests nothing is built: the thread then reads TypeScript by the same hooks as the tools.
  const hooks = `import { register } from 'node:module'; register('${new URL('../../../tools/source-hooks.mjs', import.meta.url)}')`;
  return new Worker(new URL(fromSource ? './thread.ts' : './thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: fromSource ? ['--no-warnings', '--import', `data:text/javascript,${encodeURIComponent(hooks)}`] : [],
  });
}

const tooHeavy = () =>
  new MailError(
    'document_too_heavy',
    'The document was given up: it takes too much time or memory to read. Export it again with simpler drawings.',
  );

function refusalOf({ code, text, retry, findings }: Extract<Answered, { refused: unknown }>['refused']): MailError {
  if (findings === undefined) return new MailError(code, text, retry);
  return Object.assign(new DocumentRefusal(findings as [Finding, ...Finding[]]), { message: text });
}
