import { Context } from '@temporalio/activity';

/** The worker says this often that it is alive. */
const EVERY_MS = 5_000;

/** Runs long work of an attempt that may be resumed by another when this worker dies. */
export async function whileBeating<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => Context.current().heartbeat(), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
