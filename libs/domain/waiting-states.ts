import type {
  DepositState,
  DocumentState,
  ImportState,
  LetterState,
  LotState,
  OrderState,
  PieceState,
  PreviewState,
  TemplateVersionState,
  TicketState,
  TrayState,
} from './life-cycles.ts';
import type { SiteProfile } from './profiles.ts';

/** Who can move on what waits. */
export const actors = [
  'pli',
  'customer',
  'provider',
  'operator',
  'supervisor',
  'printer',
  'inserter',
  'carrier',
] as const;
export type Actor = (typeof actors)[number];

/** What a wait's deadline is counted by: a duration of the site's profile, an instant of the deposit's plan, (an order) its latest letter's deadline, or (a repair) Pli's own days, or the profile's days of keeping, or (a ticket) the dated profile of support. */
export type DeadlineName =
  | keyof SiteProfile['deadlines']
  | 'deliverySeconds'
  | 'noReturnSeconds'
  | 'cutOff'
  | 'latestPrint'
  | 'latestInsertion'
  | 'slot'
  | 'latestLetter'
  | 'repairAccepted'
  | 'importGoesOn'
  | 'unusedDocument'
  | 'draftLeftAlone'
  | 'ticketDue';

/** Why something waits: codes for programs, an English sentence for people. */
export type Waiting = {
  waitsFor: string;
  who: readonly Actor[];
  until: DeadlineName;
  /** What happens when the deadline passes. */
  then: string;
  sentence: string;
};

const order: Partial<Record<OrderState, Waiting>> = {
  draft: wait(
    'submission',
    ['customer'],
    'draftLeftAlone',
    'erased',
    'Waits to be submitted; left alone until its deadline, it is erased with its letters. Each change gives it new time.',
  ),
  submitted: wait(
    'intake',
    ['pli', 'provider'],
    'composeSeconds',
    'operator_called',
    'Waits for Pli to check the order and compose its letters; late, an operator is called.',
  ),
  in_progress: wait(
    'letters_to_end',
    ['pli', 'operator', 'carrier'],
    'latestLetter',
    'operator_called',
    'Waits until each of its letters has ended; each letter tells what it waits for.',
  ),
};

const letter: Partial<Record<LetterState, Waiting>> = {
  accepted: wait(
    'composition',
    ['pli'],
    'composeSeconds',
    'operator_called',
    'Waits to be composed and checked; late, an operator is called.',
  ),
  composed: wait(
    'release_to_pool',
    ['pli'],
    'composeSeconds',
    'operator_called',
    'Waits for the release of its order to the pool; late, an operator is called.',
  ),
  pooled: wait(
    'lot',
    ['pli', 'operator'],
    'cutOff',
    'lot_forms',
    'Waits in the pool for a lot of its kind; at the cut-off of its planned deposit the lot forms however small.',
  ),
  in_production: wait(
    'envelope_closed',
    ['printer', 'inserter', 'operator'],
    'slot',
    'next_deposit',
    'Is being printed, inserted and trayed; if it misses its planned deposit, it goes with the next.',
  ),
  handed_over: wait(
    'carrier_acknowledgement',
    ['carrier'],
    'acknowledgementSeconds',
    'case_opened',
    "Has left with the carrier and waits for the carrier's count; late, a case is opened with the carrier.",
  ),
  accepted_by_carrier: wait(
    'no_return',
    ['carrier'],
    'noReturnSeconds',
    'no_return_seen',
    'Is with the carrier, untracked; if it has not come back at the end of the window, it ends as "no return seen".',
  ),
};
/** With the carrier, when the carrier tells of each item. */
export const trackedLetter = wait(
  'delivery',
  ['carrier'],
  'deliverySeconds',
  'case_opened',
  "Is with the carrier, tracked, and waits for the carrier's delivery event; late, a case is opened with the carrier.",
);

const piece: Partial<Record<PieceState, Waiting>> = {
  planned: wait(
    'printing',
    ['pli', 'printer'],
    'latestPrint',
    'operator_called',
    'Waits to be printed with its lot; late, an operator is called.',
  ),
  printed: wait(
    'insertion',
    ['inserter', 'operator'],
    'latestInsertion',
    'operator_called',
    'Is printed and waits to be inserted; late, an operator is called.',
  ),
  inserted: wait(
    'tray',
    ['operator'],
    'latestInsertion',
    'operator_called',
    'Is in its closed envelope and waits for its tray; late, an operator is called.',
  ),
  trayed: wait(
    'hand_over',
    ['operator', 'carrier'],
    'slot',
    'next_deposit',
    'Stands in its tray and waits for the truck; a missed truck moves it to the next deposit.',
  ),
  handed_over: wait(
    'carrier_acknowledgement',
    ['carrier'],
    'acknowledgementSeconds',
    'case_opened',
    "Waits for the carrier's count; late, a case is opened with the carrier.",
  ),
  suspect: wait(
    'proof',
    ['operator', 'pli'],
    'suspectSeconds',
    'supervisor_called',
    'Nobody knows for sure where it is: a device is asked or a person scans it; late, a supervisor is called. It never leaves like this.',
  ),
  diverted: wait(
    'check',
    ['operator'],
    'divertedSeconds',
    'supervisor_called',
    'Was put aside by the inserter: a person checks and releases it, or opens and spoils it; late, a supervisor is called.',
  ),
  missing_at_deposit: wait(
    'investigation',
    ['supervisor', 'carrier'],
    'differenceCaseSeconds',
    'letter_lost',
    'Was not counted by the carrier: the case is investigated; at its deadline the letter is lost.',
  ),
  refused_at_deposit: wait(
    'back_in_hand',
    ['operator'],
    'differenceCaseSeconds',
    'supervisor_called',
    'Was refused by the carrier: a person scans it once back, and trays it again or spoils it; late, a supervisor is called.',
  ),
};

/** In a tray that is not sealed yet, or not any more: it is due when its tray is, whatever truck it was meant for. */
export const pieceInOpenTray = wait(
  'sealing',
  ['pli', 'operator'],
  'latestInsertion',
  'operator_called',
  'Lies in its tray, which is open: it waits for the seal, and goes with the next deposit of its kind; late, an operator is called.',
);

/** A copy that may only be spoiled: its letter shall not leave. It lies where it fell: in the inserter's pocket, or still in its tray. */
export const pieceNotToLeave = (tray: number | undefined): Waiting =>
  wait(
    'spoiling',
    ['operator'],
    'divertedSeconds',
    'supervisor_called',
    `Its letter was cancelled or refused, and it must not leave: a person takes it out${ofTray(tray)}, opens it and tells it as spoiled; late, a supervisor is called.`,
  );

/** A copy that turned up after it was counted as dead. */
export const pieceReappeared = (tray: number | undefined): Waiting =>
  wait(
    'spoiling',
    ['operator'],
    'divertedSeconds',
    'supervisor_called',
    `Turned up after it was counted as dead, and must not leave: a person takes it out${ofTray(tray)}, opens it and tells it as spoiled; late, a supervisor is called.`,
  );

const ofTray = (tray: number | undefined): string =>
  tray === undefined ? '' : ` (of tray ${tray}, when it lies there)`;

const lot: Partial<Record<LotState, Waiting>> = {
  planned: wait(
    'assembly',
    ['pli'],
    'printSeconds',
    'operator_called',
    'Waits for its print file, marks and numbers; late, an operator is called.',
  ),
  assembled: wait(
    'printer',
    ['pli', 'printer', 'operator'],
    'latestPrint',
    'operator_called',
    'Has its print file and waits for the printer; late, an operator is called.',
  ),
  printing: wait(
    'printed',
    ['printer', 'operator'],
    'printSeconds',
    'operator_called',
    'Is on the printer; late, an operator is called.',
  ),
  printed: wait(
    'inserter',
    ['pli', 'inserter', 'operator'],
    'latestInsertion',
    'operator_called',
    'Is printed and waits for the inserter; late, an operator is called.',
  ),
  inserting: wait(
    'inserted',
    ['inserter', 'operator'],
    'insertSeconds',
    'operator_called',
    'Is on the inserter; late, an operator is called.',
  ),
  reconciling: wait(
    'balances',
    ['operator', 'pli'],
    'reconcileSeconds',
    'supervisor_called',
    'Waits until sheets, pieces and envelopes balance and nothing is suspect or diverted; late, a supervisor is called.',
  ),
};

const tray: Partial<Record<TrayState, Waiting>> = {
  open: wait(
    'sealing',
    ['pli', 'operator'],
    'latestInsertion',
    'operator_called',
    'Waits for its last piece and its seal; late, an operator is called.',
  ),
  sealed: wait(
    'hand_over',
    ['operator', 'carrier'],
    'slot',
    'next_deposit',
    'Is sealed and waits for the truck; a missed truck moves it to the next deposit.',
  ),
  handed_over: wait(
    'settlement',
    ['carrier'],
    'acknowledgementSeconds',
    'case_opened',
    "Waits for the carrier's count; late, a case is opened with the carrier.",
  ),
};

/** Why a tray that no lot fills any more stands open. */
const openBecause = {
  seal_broken: 'Its seal was broken: until its deadline a person may take something out or put something in',
  opened_by_hand: 'Was opened by a person for what came back: until its deadline it may be filled',
} as const;

/**
 * An open tray that no lot fills: its seal was broken, or a person opened it.
 * @param coming pieces of it that a person has still to find, to release or to spoil
 * @param automatic whether the site's trays are sealed by Pli
 */
export function trayInHand(why: keyof typeof openBecause, coming: number, automatic: boolean): Waiting {
  const open = openBecause[why];
  if (coming > 0)
    return wait(
      'pieces_resolved',
      ['operator'],
      'divertedSeconds',
      'operator_called',
      `${open}. ${coming === 1 ? 'One piece of it is' : `${coming} pieces of it are`} still to be resolved: until then it is not sealed; late, an operator is called.`,
    );
  return automatic
    ? wait('seal_anew', ['operator', 'pli'], 'divertedSeconds', 'sealed', `${open}; then Pli seals it.`)
    : wait(
        'seal_anew',
        ['operator'],
        'divertedSeconds',
        'operator_called',
        `${open}, and then seals it; late, an operator is called.`,
      );
}

const deposit: Partial<Record<DepositState, Waiting>> = {
  planned: wait('slot', ['pli', 'operator'], 'slot', 'deposit_closes', 'Takes trays until its slot, then closes.'),
  closed: wait(
    'announcement',
    ['pli'],
    'acknowledgementSeconds',
    'operator_called',
    'Waits for its slip and its announcement to the carrier; late, an operator is called.',
  ),
  announced: wait(
    'departure',
    ['operator', 'carrier'],
    'acknowledgementSeconds',
    'operator_called',
    'Is announced and waits for the truck; late, an operator is called.',
  ),
  left_site: wait(
    'carrier_acknowledgement',
    ['carrier'],
    'acknowledgementSeconds',
    'case_opened',
    "Has left the site and waits for the carrier's count; late, a case is opened with the carrier.",
  ),
  accepted: wait(
    'settlement',
    ['pli'],
    'reconcileSeconds',
    'operator_called',
    'Was accepted as declared and waits to be settled; late, an operator is called.',
  ),
  accepted_with_differences: wait(
    'differences_explained',
    ['supervisor', 'carrier'],
    'differenceCaseSeconds',
    'missing_letters_lost',
    'Was accepted with differences: each has a case; at the deadline the missing letters are lost.',
  ),
  refused: wait(
    'trays_back',
    ['operator', 'supervisor'],
    'differenceCaseSeconds',
    'supervisor_called',
    'Was refused by the carrier: its trays come back and go with another deposit; late, a supervisor is called.',
  ),
};

const template_version: Partial<Record<TemplateVersionState, Waiting>> = {
  proofing: wait(
    'proof',
    ['pli'],
    'composeSeconds',
    'operator_called',
    'Waits for Pli to compose its sample letter and look at the places that are to be empty; late, an operator is called.',
  ),
};

const preview: Partial<Record<PreviewState, Waiting>> = {
  making: wait(
    'composition',
    ['pli'],
    'composeSeconds',
    'operator_called',
    'Waits for Pli to compose the letter and look at its pages; late, an operator is called.',
  ),
};

/** How long a repaired document waits for its sender's word. It belongs to no site yet, so no site's profile says so. */
export const repairAcceptedSeconds = 7 * 86_400;

const document: Partial<Record<DocumentState, Waiting>> = {
  proposed: wait(
    'acceptance_of_repair',
    ['customer'],
    'repairAccepted',
    'erased',
    'Was repaired and waits for its sender to look at it and accept it; after seven days it is erased.',
  ),
  stored: wait(
    'letter',
    ['customer'],
    'unusedDocument',
    'erased',
    'Is stored. At its deadline it is erased, unless a letter that is not erased names it or was lately written on it; then it gets new time.',
  ),
};

/** How long a file that broke off may stay so: counted from the last row that came. */
export const importGoesOnSeconds = 86_400;

const letterImport: Partial<Record<ImportState, Waiting>> = {
  open: wait(
    'upload',
    ['customer'],
    'importGoesOn',
    'abandoned',
    'Waits for its file; not sent in time, it is abandoned.',
  ),
  receiving: wait(
    'rest_of_upload',
    ['customer'],
    'importGoesOn',
    'abandoned',
    'Is being sent, or broke off and waits for the rest of its file; not gone on with in time, it is abandoned and its order cannot be submitted before its letters are taken out.',
  ),
};

const answerDue = 'Waits for an answer of support within its opening hours; late, whoever leads support is called.';
const ticket: Partial<Record<TicketState, Waiting>> = {
  open: wait('first_answer', ['provider'], 'ticketDue', 'escalated', answerDue),
  reopened: wait('answer', ['provider'], 'ticketDue', 'escalated', answerDue),
  answered: wait(
    'word_of_customer',
    ['customer'],
    'ticketDue',
    'closed',
    'Was answered, and waits for whoever asked to write again or close it; after days of silence it closes.',
  ),
  closed: wait(
    'end_of_keeping',
    ['customer', 'pli'],
    'ticketDue',
    'erased',
    'Is closed; a further message opens it again, and at the end of its keeping its texts are erased.',
  ),
};

/** Each subject's waiting states; a state that is not here does not wait (draft, or at rest). */
export const waitings = {
  order,
  letter,
  piece,
  lot,
  tray,
  deposit,
  template_version,
  document,
  preview,
  import: letterImport,
  ticket,
} as const;
export type WaitingSubject = keyof typeof waitings;

function wait(waitsFor: string, who: readonly Actor[], until: DeadlineName, then: string, sentence: string): Waiting {
  return { waitsFor, who, until, then, sentence };
}
