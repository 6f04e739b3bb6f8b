import type { MailError } from '#domain/mail-error';
import { accountProblems } from './account-problems.ts';
import { administrationProblems } from './administration-problems.ts';
import { auditProblems } from './audit-problems.ts';
import { composingProblems } from './composing-problems.ts';
import { draftProblems } from './draft-problems.ts';
import { documentProblems } from './document-problems.ts';
import { importProblems } from './import-problems.ts';
import { floorProblems } from './floor-problems.ts';
import { peopleProblems } from './people-problems.ts';
import { previewProblems } from './preview-problems.ts';
import { postProblems } from './post-problems.ts';
import { requestProblems } from './request-problems.ts';
import { setUpProblems } from './set-up-problems.ts';
import { splittingProblems } from './splitting-problems.ts';
import { supervisionProblems } from './supervision-problems.ts';
import { supportProblems } from './support-problems.ts';
import { tellingProblems } from './telling-problems.ts';
import { templateProblems } from './template-problems.ts';

/** What the page of a problem code says. */
export interface ProblemPage {
  readonly status: number;
  readonly title: string;
  /** When it happens. */
  readonly means: string;
  /** What the caller does. */
  readonly mend: string;
}

/** Every code that the API answers, in the body's `code`, in an item of its `errors`, or as the `reason` of a letter or template version. */
export const problemPages: ReadonlyMap<string, ProblemPage> = new Map(
  Object.entries({
    ...requestProblems,
    ...accountProblems,
    ...draftProblems,
    ...templateProblems,
    ...documentProblems,
    ...splittingProblems,
    ...importProblems,
    ...composingProblems,
    ...previewProblems,
    ...setUpProblems,
    ...floorProblems,
    ...supervisionProblems,
    ...postProblems,
    ...tellingProblems,
    ...supportProblems,
    ...auditProblems,
    ...peopleProblems,
    ...administrationProblems,
  }),
);

/** Status and title of an error. A code without a page is a refusal of ours that a test should have found; it is still answered. */
export function problemOf({ code, retry }: MailError): { status: number; title: string } {
  return problemPages.get(code) ?? { status: retry === 'later' ? 503 : 422, title: code.replaceAll('_', ' ') };
}
