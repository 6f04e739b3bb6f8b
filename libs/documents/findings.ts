import type { Rect } from '#domain/geometry';
import { MailError } from '#domain/mail-error';

/** What a sender may ask to have mended in an uploaded document. */
export type Repair = 'embed_fonts' | 'fit_to_a4';

/** One thing that keeps a document from being printed, and where it is. */
export type Finding = {
  readonly code: string;
  /** What, and how to mend it. Safe to show; names of fonts and sizes, no text of a page. */
  readonly detail: string;
  /** From 1. */
  readonly page?: number;
  /** mm from the seen page's top left. */
  readonly area?: Rect;
  /** A repair that would mend it. */
  readonly repair?: Repair;
};

/** More would only repeat. */
const mostFindings = 100;

/** A document refused for what was found in it, all at once. Its code and words are the first finding's. */
export class DocumentRefusal extends MailError {
  readonly findings: readonly Finding[];

  constructor(findings: readonly [Finding, ...Finding[]]) {
    const [{ code, detail }, ...others] = findings;
    const more = others.length === 0 ? '' : ` There is more to mend, ${findings.length} things in all: see errors.`;
    super(code, `${detail}${more}`, 'never');
    this.findings = findings.slice(0, mostFindings);
  }
}

/** @throws DocumentRefusal when anything was found */
export function refuseFindings(findings: readonly Finding[]): void {
  const [first, ...others] = findings;
  if (first !== undefined) throw new DocumentRefusal([first, ...others]);
}
