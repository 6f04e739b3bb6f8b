import { z } from 'zod';
import { letterState } from './letters.ts';
import { idOf, mode, moment } from './shapes.ts';

export const auditSearch = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .describe(
        'An id of a letter, order, piece, lot, tray, deposit or case; a code of Pli; or a registered number. No names',
      ),
  })
  .meta({ id: 'AuditSearch' });
export type AuditSearch = z.output<typeof auditSearch>;

/** By what a letter was found. */
export const foundBy = ['letter', 'order', 'piece', 'lot', 'tray', 'deposit', 'case', 'registered_number'] as const;
export type FoundBy = (typeof foundBy)[number];

export const auditFound = z
  .object({
    by: z.enum(foundBy).nullable().describe('What the text names; null when nothing'),
    rows: z.array(
      z.object({
        id: idOf('letter'),
        orderId: idOf('order'),
        accountId: idOf('account'),
        siteId: z.string().nullable(),
        mode,
        state: letterState,
        registeredNumber: z.string().nullable(),
        createdAt: moment,
      }),
    ),
    more: z.boolean().describe('There are more letters than are listed'),
  })
  .meta({ id: 'AuditFound' });
export type AuditFound = z.output<typeof auditFound>;

const number = z.number().int();
const hash = z.string().describe('Hexadecimal');

/** An event whole, with its place in the chain: what is hashed of it is the canonical JSON of its first ten fields, behind the bytes of `previousHash`. */
export const auditEvent = z
  .object({
    stream: z.string(),
    number,
    subject: z.string(),
    subjectId: z.string(),
    type: z.string(),
    at: moment,
    recordedAt: moment,
    actor: z.string(),
    cause: z.object({
      workflow: z.string().optional(),
      run: z.string().optional(),
      bundle: z.string().optional(),
      request: z.string().optional(),
    }),
    data: z.record(z.string(), z.unknown()),
    previousHash: hash,
    hash,
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.output<typeof auditEvent>;

/** A stream as far as it tells of the letter. */
export const auditStream = z
  .object({
    stream: z.string(),
    first: number.describe('Number of the first event that is about the letter'),
    last: number.describe('… and of the last'),
    about: number.describe('Events about the letter; what lies between is about others'),
    head: z.object({ number, hash }).describe('Where the stream stands now'),
  })
  .meta({ id: 'AuditStream' });

/** A run of a process that carried the letter. */
export const auditRun = z
  .object({
    workflow: z.string(),
    run: z.string(),
    bundles: z.array(z.string()).describe('SHA-256 of the workflow bundles that it ran on'),
    events: number.describe('Events of this ledger that it caused'),
    firstAt: moment,
  })
  .meta({ id: 'AuditRun' });

export const letterLedger = z
  .object({
    letter: z.object({
      id: idOf('letter'),
      orderId: idOf('order'),
      accountId: idOf('account'),
      siteId: z.string().nullable(),
      mode,
      state: letterState,
      service: z.string(),
      registeredNumber: z.string().nullable(),
      copies: number,
      createdAt: moment,
      erasedAt: moment.nullable(),
    }),
    subjects: z.array(z.object({ subject: z.string(), id: z.string() })).describe('What the ledger below is about'),
    streams: z.array(auditStream),
    events: z.array(auditEvent).describe('By when they were recorded'),
    complete: z.boolean().describe('False when there are more events than are listed'),
    runs: z.array(auditRun),
  })
  .meta({ id: 'LetterLedger' });
export type LetterLedger = z.output<typeof letterLedger>;

const stream = z
  .string()
  .regex(/^(provider|account\/acc_[0-9a-z]{26}\/(test|live)|site\/sit_[0-9a-z]{26})$/, 'The name of a stream')
  .meta({ examples: ['provider'] });
/** Events of a stream that an answer holds at most. */
export const SLICE_MOST = 1000;
export const sliceQuery = z.strictObject({
  stream,
  after: z.coerce.number().int().min(0).describe('Number of the event before the slice'),
  to: z.coerce.number().int().min(1).describe('Number of its last event'),
});
export type SliceQuery = z.output<typeof sliceQuery>;
export const streamSlice = z
  .object({
    events: z.array(auditEvent),
    next: number.nullable().describe('Give it as `after` to go on; null at the end'),
  })
  .meta({ id: 'StreamSlice' });
export type StreamSlice = z.output<typeof streamSlice>;

export const runQuery = z.strictObject({
  workflow: z.string().min(1).max(200),
  run: z.string().min(1).max(100),
});
export type RunQuery = z.output<typeof runQuery>;

const step = { event: number, at: moment, endedAt: moment.nullable() };
const outcome = z.enum(['open', 'done', 'failed', 'timed_out', 'cancelled']);
export const historyStep = z.discriminatedUnion('kind', [
  z.object({
    ...step,
    kind: z.literal('begin'),
    process: z.string(),
    input: z.unknown(),
    continues: z.string().nullable(),
  }),
  z.object({
    ...step,
    kind: z.literal('activity'),
    name: z.string(),
    summary: z.string().nullable(),
    input: z.unknown(),
    outcome,
    attempts: number,
    failure: z.string().nullable(),
    result: z.unknown(),
  }),
  z.object({
    ...step,
    kind: z.literal('timer'),
    summary: z.string().nullable(),
    dueAt: moment,
    outcome: z.enum(['open', 'done', 'cancelled']),
  }),
  z.object({ ...step, kind: z.literal('signal'), name: z.string() }),
  z.object({
    ...step,
    kind: z.literal('stands'),
    state: z.string().nullable(),
    dueAt: z.string().nullable(),
    needsOperator: z.boolean().nullable(),
  }),
  z.object({ ...step, kind: z.literal('patch'), name: z.string() }),
  z.object({
    ...step,
    kind: z.literal('end'),
    outcome: z.enum(['done', 'failed', 'timed_out', 'cancelled', 'terminated', 'continued']),
    failure: z.string().nullable(),
    next: z.string().nullable(),
  }),
  z.object({ ...step, kind: z.literal('other'), name: z.string() }),
]);
export const runHistory = z
  .object({
    kept: z.boolean().describe('False when the namespace keeps it no more, or never had it'),
    events: number.describe('Events of the history'),
    steps: z
      .array(historyStep)
      .describe('The history as steps: an activity with all its attempts is one, a timer with its end is one'),
  })
  .meta({ id: 'RunHistory' });
export type RunHistory = z.output<typeof runHistory>;
