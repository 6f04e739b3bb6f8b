/** What crosses between those who start the processes and those who run them: names, ids, inputs, queues, the nudge. */

/** Workflow names, as Temporal shows them. */
export const processes = {
  intake: 'intake',
  order: 'order',
  lot: 'lot',
  deposit: 'deposit',
  proofTemplate: 'proofTemplate',
  preview: 'preview',
  formLots: 'formLots',
  pollTracking: 'pollTracking',
  erase: 'erase',
  ticket: 'ticket',
} as const;
export type Process = (typeof processes)[keyof typeof processes];

export const processId = {
  intake: (siteId: string, number: number) => `intake/${siteId}/${number}`,
  order: (orderId: string) => `order/${orderId}`,
  lot: (lotId: string) => `lot/${lotId}`,
  deposit: (depositId: string) => `deposit/${depositId}`,
  /** A version may be proofed again, when what stood in its way was not its own: each asking has its number. */
  proofTemplate: (versionId: string, proof: number) => `proof/${versionId}/${proof}`,
  preview: (previewId: string) => `preview/${previewId}`,
  ticket: (ticketId: string) => `ticket/${ticketId}`,
  schedule: (process: 'formLots' | 'pollTracking' | 'erase', siteId: string) => `${process}/${siteId}`,
};

/** Up to 500 letters of small orders of one site, fixed by the relay before the workflow starts. */
export interface IntakeInput {
  siteId: string;
  number: number;
  letters: number;
}
/** One larger order of `letters` letters, worked in portions; `from` letters of it are done (after continue-as-new). */
export interface OrderInput {
  siteId: string;
  orderId: string;
  letters: number;
  from?: number;
}
export interface LotInput {
  siteId: string;
  lotId: string;
}
export interface DepositInput {
  siteId: string;
  depositId: string;
}
/** The proof of a template version: its sample is composed as a letter would be. `proof`: how many times it was asked for by now. */
export interface ProofTemplateInput {
  siteId: string;
  versionId: string;
  proof: number;
  /** ISO 8601; from then on an operator is called. */
  dueAt: string;
}
/** A letter composed to be looked at before it is ordered. */
export interface PreviewInput {
  siteId: string;
  previewId: string;
  /** ISO 8601; from then on an operator is called. */
  dueAt: string;
}
/** A question to support, from its asking to the end of its keeping. */
export interface TicketInput {
  ticketId: string;
}
/** Schedules work for one site. */
export interface SiteInput {
  siteId: string;
}

/** The one argument of each process. */
export interface ProcessInput {
  intake: IntakeInput;
  order: OrderInput;
  lot: LotInput;
  deposit: DepositInput;
  proofTemplate: ProofTemplateInput;
  preview: PreviewInput;
  ticket: TicketInput;
  formLots: SiteInput;
  pollTracking: SiteInput;
  erase: SiteInput;
}

/** Orders up to this many letters are gathered into intakes; larger ones have a workflow of their own. */
export const SMALL_ORDER_LETTERS = 50;
/** Letters an intake gathers at most. */
export const INTAKE_LETTERS = 500;

/** The one signal of the house: it has no content; whoever gets it reads the facts again. Losing or repeating it changes nothing. */
export const NUDGE = 'nudge';

/** Task queues with their retry class: what may be tried again, and for how long an attempt may last. */
export const queues = {
  /** Short database work: tried until it succeeds. */
  records: {
    taskQueue: 'records',
    startToCloseTimeout: '30s',
    retry: { initialInterval: '500ms', maximumInterval: '10s' },
  },
  /** Chromium and PDF work: heavy, resumable, shows its progress by heartbeat. */
  compose: {
    taskQueue: 'compose',
    startToCloseTimeout: '30m',
    heartbeatTimeout: '20s',
    retry: { initialInterval: '1s', maximumInterval: '30s' },
  },
  /**
   * Handing work to a machine: one attempt and no heartbeat timeout, for paper cannot be taken back. It only hands over; the work is waited
   * for by facts. An unknown outcome (an error, a worker that died) is settled by asking the machine.
   */
  machines: { taskQueue: 'machines', startToCloseTimeout: '60s', retry: { maximumAttempts: 1 } },
  /** Questions to machines and the post: they change nothing there and may be asked again. */
  post: { taskQueue: 'post', startToCloseTimeout: '60s', retry: { initialInterval: '1s', maximumInterval: '30s' } },
} as const;

/** Search attributes of every process: ids and states only, they are never encrypted. */
export const searchAttributes = {
  subject: 'PliSubject',
  site: 'PliSite',
  state: 'PliState',
  mode: 'PliMode',
  dueAt: 'PliDueAt',
  needsOperator: 'PliNeedsOperator',
} as const;
