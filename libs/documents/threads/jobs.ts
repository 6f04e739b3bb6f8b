import { splitPdf } from '../split.ts';
import { acceptUploadedPdf } from '../uploaded-pdf.ts';

/** What is done off the process's own thread: reading and writing PDFs, finding codes in rasters. Each takes and gives what can be cloned. */
export const jobs = { acceptUploadedPdf, splitPdf } as const;
export type JobName = keyof typeof jobs;

/** What a thread is asked, and what it answers: an error as its parts, for a class does not outlive the way. */
export interface Asked {
  readonly job: JobName;
  readonly args: readonly unknown[];
}
export type Answered =
  | { readonly result: unknown }
  | { readonly refused: { code: string; text: string; retry: 'never' | 'later'; findings?: readonly object[] } }
  | { readonly failed: string };
