/**
 * The life cycles of the house, one table each: state → the states that may follow. API, workflows, SQL and screens use these
 * types; the walk test proves every state known, reachable and able to end. Source: the trade rules in docs/architecture.md.
 */
type LifeCycle = Readonly<Record<string, readonly string[]>>;

export const orderStates = {
  draft: ['submitted', 'deleted'],
  submitted: ['in_progress', 'refused', 'cancelled'],
  in_progress: ['ended', 'refused', 'cancelled'],
  ended: [],
  refused: [],
  cancelled: [],
  deleted: [],
} as const satisfies LifeCycle;

export const letterStates = {
  draft: ['accepted', 'deleted'],
  accepted: ['composed', 'refused', 'unprintable', 'cancelled'],
  composed: ['pooled', 'refused', 'cancelled'],
  pooled: ['in_production', 'refused', 'cancelled'],
  // Back to the pool when every copy in production was voided before it became paper; a next copy waits there as well.
  in_production: ['handed_over', 'pooled', 'refused', 'unprintable', 'cancelled'],
  // A refused envelope that is unusable goes back for its next copy: it is no longer handed over.
  handed_over: ['accepted_by_carrier', 'lost', 'in_production', 'delivered', 'returned', 'no_return_seen'],
  accepted_by_carrier: ['delivered', 'returned', 'lost', 'no_return_seen'],
  delivered: ['returned'],
  no_return_seen: ['returned'],
  lost: ['accepted_by_carrier', 'delivered', 'returned'],
  returned: [],
  refused: [],
  unprintable: [],
  cancelled: [],
  deleted: [],
} as const satisfies LifeCycle;

export const pieceStates = {
  planned: ['printed', 'suspect', 'voided'],
  printed: ['inserted', 'suspect', 'diverted', 'spoiled', 'voided'],
  inserted: ['trayed', 'suspect', 'diverted', 'spoiled', 'voided'],
  trayed: ['handed_over', 'suspect', 'diverted', 'spoiled', 'voided'],
  handed_over: ['accepted', 'missing_at_deposit', 'refused_at_deposit'],
  // Missing after all, when a person names it as what a count that differs lacks.
  accepted: ['returned', 'missing_at_deposit'],
  // Found late by the carrier, or found on the site: then it is trayed again, or spoiled.
  missing_at_deposit: ['accepted', 'trayed', 'spoiled'],
  refused_at_deposit: ['trayed', 'spoiled'],
  // Unknown: leaves to whatever a device or a scan proves.
  suspect: ['planned', 'printed', 'inserted', 'trayed', 'diverted', 'spoiled', 'voided'],
  // Waits for a person: released after a check, or opened and spoiled.
  diverted: ['printed', 'inserted', 'trayed', 'spoiled', 'voided'],
  // A dead copy that turns up again is put aside, and may then only be spoiled (pieces.reappeared_at).
  spoiled: ['diverted'],
  voided: ['diverted'],
  returned: [],
} as const satisfies LifeCycle;

export const lotStates = {
  planned: ['assembled', 'closed'],
  assembled: ['printing', 'closed'],
  printing: ['printed', 'closed'],
  printed: ['inserting', 'closed'],
  inserting: ['reconciling'],
  reconciling: ['closed'],
  closed: [],
} as const satisfies LifeCycle;

export const trayStates = {
  // A tray into which nothing came (every piece spoiled) goes back empty: it never leaves the site.
  open: ['sealed', 'settled'],
  // A person breaks the seal of a tray whose deposit is still planned; it is sealed anew.
  sealed: ['handed_over', 'open'],
  handed_over: ['settled'],
  settled: [],
} as const satisfies LifeCycle;

export const depositStates = {
  // A deposit into which no tray came (the seal of its only one was broken) never leaves.
  planned: ['closed', 'settled'],
  closed: ['announced'],
  announced: ['left_site'],
  left_site: ['accepted', 'accepted_with_differences', 'refused'],
  accepted: ['settled'],
  accepted_with_differences: ['settled'],
  refused: ['settled'],
  settled: [],
} as const satisfies LifeCycle;

export const templateVersionStates = {
  draft: ['proofing', 'withdrawn'],
  // Its sample is being composed: approved, or a draft again with the reason.
  proofing: ['approved', 'draft', 'withdrawn'],
  approved: ['withdrawn'],
  withdrawn: [],
} as const satisfies LifeCycle;

export const documentStates = {
  // A repaired document waits for its sender's word; without it, it is erased.
  proposed: ['stored', 'erased'],
  stored: ['erased'],
  erased: [],
} as const satisfies LifeCycle;

export const previewStates = {
  making: ['ready', 'refused', 'erased'],
  ready: ['erased'],
  refused: ['erased'],
  erased: [],
} as const satisfies LifeCycle;

/** A file of letters that is read into a draft. */
export const importStates = {
  open: ['receiving', 'complete', 'abandoned', 'deleted'],
  // Broke off, or is being sent: rows up to a byte are in the draft.
  receiving: ['complete', 'abandoned', 'deleted'],
  // Its letters may be taken out again as long as its order is a draft.
  complete: ['deleted'],
  abandoned: ['deleted'],
  deleted: [],
} as const satisfies LifeCycle;

/** A sent letter's file in the archive. */
export const archivedFileStates = {
  kept: ['erased'],
  erased: [],
} as const satisfies LifeCycle;

/** A question to support. */
export const ticketStates = {
  // Waits for the first answer.
  open: ['answered', 'closed'],
  answered: ['reopened', 'closed'],
  // Asked again: waits for an answer as at first.
  reopened: ['answered', 'closed'],
  closed: ['reopened', 'erased'],
  erased: [],
} as const satisfies LifeCycle;

export type OrderState = keyof typeof orderStates;
export type LetterState = keyof typeof letterStates;
export type PieceState = keyof typeof pieceStates;
export type LotState = keyof typeof lotStates;
export type TrayState = keyof typeof trayStates;
export type DepositState = keyof typeof depositStates;
export type TemplateVersionState = keyof typeof templateVersionStates;
export type PreviewState = keyof typeof previewStates;
export type ImportState = keyof typeof importStates;
export type TicketState = keyof typeof ticketStates;
export type DocumentState = keyof typeof documentStates;
export type ArchivedFileState = keyof typeof archivedFileStates;

/** Every life cycle under the subject it governs, with its first state. */
export const lifeCycles = {
  order: { first: 'draft', states: orderStates },
  letter: { first: 'draft', states: letterStates },
  piece: { first: 'planned', states: pieceStates },
  lot: { first: 'planned', states: lotStates },
  tray: { first: 'open', states: trayStates },
  deposit: { first: 'planned', states: depositStates },
  template_version: { first: 'draft', states: templateVersionStates },
  preview: { first: 'making', states: previewStates },
  document: { first: 'proposed', states: documentStates },
  import: { first: 'open', states: importStates },
  archived_file: { first: 'kept', states: archivedFileStates },
  ticket: { first: 'open', states: ticketStates },
} as const;
export type LifeCycleSubject = keyof typeof lifeCycles;

/** The states from which `to` may be entered; the database guard of a change is this list. */
export function statesBefore(subject: LifeCycleSubject, to: string): string[] {
  const states: LifeCycle = lifeCycles[subject].states;
  return Object.keys(states).filter((from) => states[from]?.includes(to));
}

/** Where a letter rests: nothing more is expected of it (a return may still reopen it). */
export const endedLetterStates = [
  'delivered',
  'no_return_seen',
  'lost',
  'returned',
  'refused',
  'unprintable',
  'cancelled',
  'deleted',
] as const satisfies readonly LetterState[];

/** Where a letter is once the carrier has it in hand, whatever becomes of it then. */
export const sentLetterStates = [
  'handed_over',
  'accepted_by_carrier',
  'delivered',
  'no_return_seen',
  'lost',
  'returned',
] as const satisfies readonly LetterState[];

export function letterHasEnded(state: LetterState): boolean {
  return (endedLetterStates as readonly LetterState[]).includes(state);
}
