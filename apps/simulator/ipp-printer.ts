import { happened, lotOf, type Faults } from './faults.ts';
import { jobAttributes, operation, printerAttributes, supportedSides } from './ipp-attributes.ts';
import { groupTag, type AttributeGroup, type IppRequest } from './ipp-codec.ts';
import { chosen, judged, malformed, requested, status, valueOf } from './ipp-rules.ts';
import type { Journal } from './journal.ts';
import type { Bell } from './pace.ts';
import type { Printed, SpooledJob } from './printed.ts';
import type { Knobs } from './settings.ts';
import type { Spool } from './spool.ts';

export interface Answer {
  readonly status: number;
  readonly groups: readonly AttributeGroup[];
  /** The `unknown_answer` fault: the work is done and the connection is cut instead of answering. */
  readonly cut?: boolean;
}

export interface IppPrinterParts {
  journal: Journal;
  printed: Printed;
  faults: Faults;
  knobs: Knobs;
  spool: Spool;
  bell: Bell;
  uri: () => string;
  webUri: () => string;
  /** The moment from which the printer's seconds count (ms). */
  epoch: number;
}

/** The printer's answers to the six operations that IPP/1.1 requires (RFC 8011 §4). */
export class IppPrinter {
  readonly #parts: IppPrinterParts;

  constructor(parts: IppPrinterParts) {
    this.#parts = parts;
  }

  async answer(request: IppRequest, document: AsyncIterable<Buffer>): Promise<Answer> {
    const wrong = malformed(request);
    if (wrong !== undefined) return bare(wrong);
    switch (request.operation) {
      case operation.printJob:
        return this.#printJob(request, document);
      case operation.validateJob:
        return bare(judged(request));
      case operation.cancelJob:
        return this.#cancelJob(request);
      case operation.getJobAttributes:
        return this.#getJobAttributes(request);
      case operation.getJobs:
        return this.#getJobs(request);
      case operation.getPrinterAttributes:
        return this.#getPrinterAttributes(request);
      default:
        return bare(status.operationNotSupported);
    }
  }

  /** The document is on disk and the job is journalled before the client hears "ok". */
  async #printJob(request: IppRequest, document: AsyncIterable<Buffer>): Promise<Answer> {
    const { journal, printed, faults, spool, bell } = this.#parts;
    const verdict = judged(request);
    if (verdict !== status.ok && verdict !== status.okSubstituted) return bare(verdict);
    const received = await spool.receive(document);
    if (received.octets === 0) {
      await received.drop();
      return bare(status.badRequest);
    }
    const name = String(valueOf(request, 'job-name') ?? 'untitled');
    const user = String(valueOf(request, 'requesting-user-name') ?? 'anonymous');
    const asked = String(valueOf(request, 'sides') ?? 'one-sided');
    const sides = supportedSides.includes(asked) ? asked : 'one-sided';
    const jobId = this.#takeJobId();
    await received.keepAs(jobId);
    await journal.append({ type: 'job_accepted', jobId, name, user, sides, octets: received.octets });
    bell.ring();
    const job = printed.jobs.get(jobId);
    const fault = faults.awaiting('unknown_answer', lotOf(name));
    if (fault) await journal.append(happened(fault, lotOf(name), { jobId }));
    const told = ['job-id', 'job-uri', 'job-state', 'job-state-reasons'];
    return { status: verdict, groups: job ? [this.#jobGroup(job, told)] : [], cut: fault !== undefined };
  }

  #lastJobId = 0;
  /** Two jobs may be on their way to the journal at once: their numbers must differ before either is in it. */
  #takeJobId(): number {
    this.#lastJobId = Math.max(this.#lastJobId + 1, this.#parts.printed.nextJobId);
    return this.#lastJobId;
  }

  #cancelJob(request: IppRequest): Answer {
    const job = this.#jobOf(request);
    if (!job) return bare(status.notFound);
    if (job.state !== 'waiting' || job.cancelAsked) return bare(status.notPossible);
    job.cancelAsked = true;
    return bare(status.ok);
  }

  #getJobAttributes(request: IppRequest): Answer {
    const job = this.#jobOf(request);
    if (!job) return bare(status.notFound);
    return { status: status.ok, groups: [this.#jobGroup(job, requested(request, ['all']))] };
  }

  #getJobs(request: IppRequest): Answer {
    const which = String(valueOf(request, 'which-jobs') ?? 'not-completed');
    if (!['completed', 'not-completed', 'all'].includes(which)) return bare(status.valuesNotSupported);
    const mine = valueOf(request, 'my-jobs') === true ? valueOf(request, 'requesting-user-name') : undefined;
    const limit = Number(valueOf(request, 'limit') ?? Infinity);
    const jobs = [...this.#parts.printed.jobs.values()]
      .filter((job) => which === 'all' || (job.state === 'waiting') === (which === 'not-completed'))
      .filter((job) => mine === undefined || job.user === mine);
    if (which !== 'not-completed') jobs.reverse(); // the newest ended job first (RFC 8011 §4.2.6.2)
    const attributes = requested(request, ['job-id', 'job-uri']);
    return { status: status.ok, groups: jobs.slice(0, limit).map((job) => this.#jobGroup(job, attributes)) };
  }

  #getPrinterAttributes(request: IppRequest): Answer {
    const { printed, knobs, uri, webUri } = this.#parts;
    const { template, description } = printerAttributes({
      uri: uri(),
      webUri: webUri(),
      upSeconds: this.#upSeconds(),
      queued: [...printed.jobs.values()].filter((job) => job.state === 'waiting').length,
      perMinute: knobs.sheetsPerMinute === 'infinite' ? 100_000 : Math.max(1, Math.round(knobs.sheetsPerMinute)),
    });
    const asked = requested(request, ['all']);
    const attributes = chosen(asked, { 'job-template': template, 'printer-description': description });
    return { status: status.ok, groups: [{ tag: groupTag.printer, attributes }] };
  }

  #jobGroup(job: SpooledJob, asked: readonly string[]): AttributeGroup {
    const { printed, uri, epoch } = this.#parts;
    const printing = printed.current === job;
    const all = jobAttributes(job, { uri: uri(), upSeconds: this.#upSeconds(), epoch, printing });
    return {
      tag: groupTag.job,
      attributes: chosen(asked, { 'job-template': all.template, 'job-description': all.description }),
    };
  }

  /** A job is named by its own address, or by the printer's and its number (RFC 8011 §4.3). */
  #jobOf(request: IppRequest): SpooledJob | undefined {
    const jobUri = valueOf(request, 'job-uri');
    const id = typeof jobUri === 'string' ? /\/jobs\/([0-9]+)$/.exec(jobUri)?.[1] : valueOf(request, 'job-id');
    return this.#parts.printed.jobs.get(Number(id));
  }

  #upSeconds(): number {
    return Math.max(1, Math.ceil((Date.now() - this.#parts.epoch) / 1000));
  }
}

const bare = (code: number): Answer => ({ status: code, groups: [] });
