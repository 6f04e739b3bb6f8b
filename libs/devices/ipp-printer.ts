import { MailError } from '#domain/mail-error';
import type { AttributeGroup, AttributeValue, Message } from 'ipp';
import { exchange, ExchangeFailure } from './ipp-exchange.ts';
import type { MachineCondition, PrintJob, Printer, PrintJobReport, PrintJobState } from './printer.ts';

/** Longest silence to bear, in milliseconds. A printer may swallow a large file slowly, so sending has more of it. */
export interface PrinterPatience {
  readonly submitMs?: number;
  readonly askMs?: number;
}

const jobStates: Record<string, PrintJobState> = {
  pending: 'pending',
  'pending-held': 'held',
  processing: 'processing',
  'processing-stopped': 'stopped',
  completed: 'completed',
  aborted: 'aborted',
  canceled: 'canceled',
};

/** Answered refusals that pass by themselves (RFC 8011 §4.1.6.5 and appendix B); every other refusal is for a person. */
const passing = new Set([
  'server-error-busy',
  'server-error-not-accepting-jobs',
  'server-error-temporary-error',
  'server-error-device-error',
  'server-error-service-unavailable',
  'server-error-too-many-jobs',
]);

/** A printer that speaks IPP/1.1 or 2.0: IPP Everywhere, a CUPS queue, or the simulator. */
export function ippPrinter(uri: string, patience: PrinterPatience = {}): Printer {
  const { submitMs = 120_000, askMs = 15_000 } = patience;

  async function submit(job: PrintJob): Promise<{ jobId: number }> {
    const message: Message = {
      operation: 'Print-Job',
      'operation-attributes-tag': {
        ...addressed(uri),
        'job-name': job.name,
        'ipp-attribute-fidelity': true,
        'document-format': 'application/pdf',
      },
      'job-attributes-tag': { copies: 1, sides: job.sides, media: job.media ?? 'iso_a4_210x297mm' },
    };
    const answer = await exchange(uri, message, submitMs, job.file).catch((failure: unknown) => {
      throw submitFailed(job.name, failure);
    });
    if (!answer.statusCode?.startsWith('successful')) throw refused(job.name, answer);
    const jobId = groups(answer)[0]?.['job-id'];
    if (typeof jobId !== 'number') throw outcomeUnknown(job.name, new Error('The answer names no job.'));
    return { jobId };
  }

  async function jobsNamed(name: string, which: 'completed' | 'not-completed'): Promise<AttributeGroup[]> {
    const answer = await ask({
      operation: 'Get-Jobs',
      'operation-attributes-tag': {
        ...addressed(uri),
        'which-jobs': which,
        'requested-attributes': ['job-id', 'job-name'],
      },
    });
    return groups(answer).filter((job) => job['job-name'] === name);
  }

  async function ask(message: Message): Promise<Message> {
    const answer = await exchange(uri, message, askMs).catch((cause: unknown) => {
      throw unreachable(cause);
    });
    if (!answer.statusCode?.startsWith('successful')) throw unreachable(new Error(answer.statusCode));
    return answer;
  }

  async function find(name: string): Promise<PrintJobReport | undefined> {
    // Both lists, running first: a job that ends between the two questions is then seen in one of them at least.
    const jobs = [...(await jobsNamed(name, 'not-completed')), ...(await jobsNamed(name, 'completed'))];
    const ids = [...new Set(jobs.map((job) => Number(job['job-id'])))];
    const [jobId] = ids;
    if (jobId === undefined) return undefined;
    if (ids.length > 1) throw doubled(name, ids);
    const answer = await ask({
      operation: 'Get-Job-Attributes',
      'operation-attributes-tag': { ...addressed(uri), 'job-id': jobId },
    });
    const job = groups(answer)[0] ?? {};
    return {
      jobId,
      name,
      state: jobStates[String(job['job-state'])] ?? 'stopped',
      sheetsCompleted: counted(job['job-media-sheets-completed']),
      impressionsCompleted: counted(job['job-impressions-completed']),
      at: new Date(),
    };
  }

  async function condition(): Promise<MachineCondition> {
    const answer = await ask({
      operation: 'Get-Printer-Attributes',
      'operation-attributes-tag': {
        ...addressed(uri),
        'requested-attributes': ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'],
      },
    });
    const printer = [answer['printer-attributes-tag'] ?? []].flat()[0] ?? {};
    const told = [printer['printer-state-reasons'] ?? []].flat().map((reason) => String(reason));
    const reasons = told.filter((reason) => reason !== 'none');
    const troubled = reasons.some((reason) => !reason.endsWith('-report') && !reason.endsWith('-warning'));
    const closed = printer['printer-is-accepting-jobs'] === false;
    if (printer['printer-state'] === 'stopped' || troubled || closed)
      return { state: 'trouble', reasons: closed ? [...reasons, 'not-accepting-jobs'] : reasons };
    return { state: printer['printer-state'] === 'processing' ? 'busy' : 'ready', reasons };
  }

  return { submit, find, condition };
}

function addressed(uri: string): AttributeGroup {
  return {
    'attributes-charset': 'utf-8',
    'attributes-natural-language': 'en',
    'printer-uri': uri,
    'requesting-user-name': 'pli',
  };
}

/** Both counts are optional in IPP/1.1; a printer without one leaves it out, or says "no value". */
function counted(value: AttributeValue): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function groups(answer: Message): AttributeGroup[] {
  return [answer['job-attributes-tag'] ?? []].flat();
}

function submitFailed(name: string, failure: unknown): unknown {
  if (!(failure instanceof ExchangeFailure)) return failure; // our own file is missing: nothing to do with the printer
  return failure.somethingWasSent ? outcomeUnknown(name, failure) : unreachable(failure);
}

function unreachable(cause: unknown): MailError {
  return new MailError(
    'printer_unreachable',
    'The printer did not answer and was sent nothing to print. Check that it is on and that its address in the device profile is right.',
    'later',
    cause,
  );
}

function outcomeUnknown(name: string, cause: unknown): MailError {
  return new MailError(
    'printer_outcome_unknown',
    `The connection ended before the printer said whether it took job ${name}. Ask the printer for a job of that name; do not send it again.`,
    'never',
    cause,
  );
}

function refused(name: string, answer: Message): MailError {
  const status = answer.statusCode ?? 'without a status';
  return passing.has(status)
    ? new MailError('printer_busy', `The printer takes no job now (${status}). It is tried again.`, 'later')
    : new MailError(
        'printer_refused',
        `The printer refused job ${name}: ${status}. Check its paper, its sides and whether it takes PDF.`,
        'never',
      );
}

function doubled(name: string, ids: readonly number[]): MailError {
  return new MailError(
    'printer_job_doubled',
    `The printer has ${ids.length} jobs named ${name} (${ids.join(', ')}). Stop them, gather their sheets and decide by hand.`,
    'never',
  );
}
