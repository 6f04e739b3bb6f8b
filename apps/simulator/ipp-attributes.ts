import { valueTag, type Attribute } from './ipp-codec.ts';
import type { SpooledJob } from './printed.ts';

const one =
  (tag: number) =>
  (name: string, ...values: Attribute['values']): Attribute => ({ name, tag, values });
const keyword = one(valueTag.keyword);
const integer = one(valueTag.integer);
const text = one(valueTag.text);
const name = one(valueTag.name);
const uri = one(valueTag.uri);
const enumeration = one(valueTag.enum);
const bool = one(valueTag.boolean);
const noValue = (attribute: string): Attribute => ({ name: attribute, tag: valueTag.noValue, values: [null] });

/** Operations of RFC 8011 §5.4.15 that every IPP/1.1 printer has. */
export const operation = {
  printJob: 0x0002,
  validateJob: 0x0004,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const;

export const supportedFormats = ['application/pdf', 'application/octet-stream'];
export const supportedSides = ['one-sided', 'two-sided-long-edge'];
export const supportedMedia = ['iso_a4_210x297mm'];

/** The two attributes that open every answer's operation group. */
export const languageAttributes: readonly Attribute[] = [
  one(valueTag.charset)('attributes-charset', 'utf-8'),
  one(valueTag.language)('attributes-natural-language', 'en'),
];

export interface PrinterSituation {
  readonly uri: string;
  readonly webUri: string;
  readonly upSeconds: number;
  readonly queued: number;
  readonly perMinute: number;
}

const a4: Attribute = {
  name: 'media-size',
  tag: valueTag.collection,
  values: [[integer('x-dimension', 21_000), integer('y-dimension', 29_700)]],
};

/** What the printer says of itself: job template attributes apart, since a client may ask for one group only. */
export function printerAttributes(now: PrinterSituation): { template: Attribute[]; description: Attribute[] } {
  const template = [
    integer('copies-default', 1),
    one(valueTag.range)('copies-supported', [1, 1]),
    enumeration('finishings-default', 3),
    enumeration('finishings-supported', 3),
    keyword('media-default', ...supportedMedia),
    keyword('media-ready', ...supportedMedia),
    keyword('media-supported', ...supportedMedia),
    { name: 'media-col-default', tag: valueTag.collection, values: [[a4]] },
    enumeration('orientation-requested-default', 3),
    enumeration('orientation-requested-supported', 3),
    keyword('output-bin-default', 'stacker-1'),
    keyword('output-bin-supported', 'stacker-1'),
    enumeration('print-quality-default', 4),
    enumeration('print-quality-supported', 4),
    one(valueTag.resolution)('printer-resolution-default', [600, 600]),
    one(valueTag.resolution)('printer-resolution-supported', [600, 600]),
    keyword('sides-default', 'one-sided'),
    keyword('sides-supported', ...supportedSides),
  ];
  const description = [
    one(valueTag.charset)('charset-configured', 'utf-8'),
    one(valueTag.charset)('charset-supported', 'utf-8'),
    bool('color-supported', false),
    keyword('compression-supported', 'none'),
    one(valueTag.mime)('document-format-default', supportedFormats[0] ?? ''),
    one(valueTag.mime)('document-format-supported', ...supportedFormats),
    one(valueTag.language)('generated-natural-language-supported', 'en'),
    keyword('ipp-versions-supported', '1.0', '1.1', '2.0'),
    one(valueTag.language)('natural-language-configured', 'en'),
    enumeration('operations-supported', ...Object.values(operation)),
    integer('pages-per-minute', now.perMinute),
    keyword('pdl-override-supported', 'attempted'),
    text('printer-info', 'Pli simulated press'),
    bool('printer-is-accepting-jobs', true),
    text('printer-location', 'Pli simulator'),
    text('printer-make-and-model', 'Pli simulator'),
    uri('printer-more-info', now.webUri),
    name('printer-name', 'press'),
    enumeration('printer-state', now.queued > 0 ? 4 : 3),
    keyword('printer-state-reasons', 'none'),
    integer('printer-up-time', now.upSeconds),
    uri('printer-uri-supported', now.uri),
    integer('queued-job-count', now.queued),
    keyword('uri-authentication-supported', 'none'),
    keyword('uri-security-supported', 'none'),
    keyword('which-jobs-supported', 'completed', 'not-completed', 'all'),
  ];
  return { template, description };
}

/** RFC 8011 §5.3.7, as enum values. */
function jobState(job: SpooledJob, printing: boolean): { state: number; reason: string } {
  if (job.state === 'completed') return { state: 9, reason: 'job-completed-successfully' };
  if (job.state === 'aborted') return { state: 8, reason: 'aborted-by-system' };
  if (job.state === 'canceled') return { state: 7, reason: 'job-canceled-by-user' };
  if (job.cancelAsked) return { state: printing ? 5 : 3, reason: 'processing-to-stop-point' };
  return printing ? { state: 5, reason: 'job-printing' } : { state: 3, reason: 'none' };
}

/** What the printer says of a job. `epoch` is the moment from which its seconds count (ms). */
export function jobAttributes(
  job: SpooledJob,
  at: { readonly uri: string; readonly upSeconds: number; readonly epoch: number; readonly printing: boolean },
): { template: Attribute[]; description: Attribute[] } {
  const seconds = (attribute: string, time: string | undefined): Attribute =>
    time === undefined
      ? noValue(attribute)
      : integer(attribute, Math.max(0, Math.floor((Date.parse(time) - at.epoch) / 1000)));
  const { state, reason } = jobState(job, at.printing);
  const pagesASheet = job.sides === 'one-sided' ? 1 : 2;
  return {
    template: [keyword('sides', job.sides), integer('copies', 1), keyword('media', ...supportedMedia)],
    description: [
      uri('job-uri', `${at.uri}/jobs/${job.jobId}`),
      integer('job-id', job.jobId),
      uri('job-printer-uri', at.uri),
      name('job-name', job.name),
      name('job-originating-user-name', job.user),
      enumeration('job-state', state),
      keyword('job-state-reasons', reason),
      integer('job-k-octets', Math.ceil(job.octets / 1024)),
      integer('job-impressions-completed', job.sheetsOut * pagesASheet),
      integer('job-media-sheets-completed', job.sheetsOut),
      integer('job-printer-up-time', at.upSeconds),
      seconds('time-at-creation', job.acceptedAt),
      seconds('time-at-processing', job.firstSheetAt),
      seconds('time-at-completed', job.endedAt),
    ],
  };
}
