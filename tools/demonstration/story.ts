import type { z } from 'zod';
import type { CaseView } from '#contracts/api/cases';
import type { DepositWhole } from '#contracts/api/deposits';
import type { EventView, eventPage } from '#contracts/api/events';
import type { Letter } from '#contracts/api/letters';
import type { LotWhole } from '#contracts/api/lots';
import type { PieceView } from '#contracts/api/pieces';
import type { PliApi } from './api-client.ts';
import { customers, type CustomerName } from './customers.ts';

/** What happened, in a sentence. */
interface Told {
  readonly at: string;
  readonly words: string;
}

/**
 * Tells people what happens in the demonstration's print room, as it happens: reads the feeds of the site and of the accounts, each event
 * once, and puts those that make the story into a sentence.
 */
export class Story {
  readonly #read = new Map<string, number>();

  /** @param tell takes a line: the hour and what happened then */
  constructor(
    private readonly operator: PliApi,
    private readonly accounts: Readonly<Record<CustomerName, PliApi>>,
    private readonly tell: (line: string) => void,
  ) {}

  /** Tells what is new, in the order in which it happened. */
  async look(): Promise<void> {
    const ofFloor = (event: EventView) => floorWords[event.type]?.(this.operator, event);
    const told = await this.#readNew('/v1/site/events', this.operator, ofFloor);
    for (const [name, api] of Object.entries(this.accounts)) {
      const ofLetters = (event: EventView) => letterWords[event.type]?.(api, event, name as CustomerName);
      told.push(...(await this.#readNew('/v1/events', api, ofLetters, name)));
    }
    told.sort((a, b) => a.at.localeCompare(b.at));
    for (const { at, words } of told) this.tell(`${hour(new Date(at))}  ${words}`);
  }

  async #readNew(
    path: string,
    api: PliApi,
    wordsOf: (event: EventView) => Promise<string> | undefined,
    reader = path,
  ): Promise<Told[]> {
    const told: Told[] = [];
    for (;;) {
      const after = this.#read.get(reader) ?? 0;
      const { events, next } = await api.get<z.output<typeof eventPage>>(`${path}?limit=1000&after=${after}`);
      for (const event of events) {
        const words = await wordsOf(event);
        if (words !== undefined) told.push({ at: event.at, words });
      }
      this.#read.set(reader, next);
      if (events.length === 0) return told;
    }
  }
}

/** `18:04:31`, this machine's time. */
export const hour = (at: Date): string => at.toTimeString().slice(0, 8);

type Teller = (api: PliApi, event: EventView, customer: CustomerName) => Promise<string>;
type FloorTeller = (api: PliApi, event: EventView) => Promise<string>;

const floorWords: Readonly<Record<string, FloorTeller>> = {
  'lot.planned': lotTold(({ number, kind, pieces, sheets, key, trays }) =>
    kind === 'reprint'
      ? `Lot ${number} forms: the next ${pieces === 1 ? 'copy' : 'copies'} of ${counted(pieces, 'piece')}, in the residual tray ${numbers(trays)}.`
      : `Lot ${number} forms: ${counted(pieces, 'piece')} on ${counted(sheets, 'sheet')} for ${String(key['envelope'])}, ${String(key['product'])}, ${trays.length === 1 ? 'tray' : 'trays'} ${numbers(trays)}.`,
  ),
  'lot.closed': lotTold(({ number, balances: { sheets, pieces, envelopes } }) => {
    const of = (counts: Record<string, number | null>) =>
      Object.entries(counts)
        .flatMap(([name, count]) => (count ? `${count} ${name}` : []))
        .join(', ');
    const { printed, good, spoiled, banner, duplicate } = sheets;
    return [
      `Lot ${number} closes.`,
      `${printed ?? 0} sheets printed: ${of({ 'in good pieces': good, spoiled, 'headers and trailers': banner, 'printed twice by a jam': duplicate })}.`,
      `${counted(pieces.planned, 'piece')}: ${of({ good: pieces.good, spoiled: pieces.spoiled, voided: pieces.voided })}.`,
      `${counted(envelopes.used ?? 0, 'envelope')}: ${of({ good: envelopes.good, spoiled: envelopes.spoiled })}.`,
    ].join(' ');
  }),
  'lot.operator_called': lotTold(
    ({ number, operatorReason }) => `Lot ${number} calls a person: ${plain(operatorReason)}.`,
  ),
  'piece.diverted': pieceTold(
    (piece, { reason }) => `${capital(piece)} is put aside by the inserter: ${plain(reason)}.`,
  ),
  'piece.suspect': pieceTold((piece, { reason }) => `${capital(piece)} is suspect: ${plain(reason)}.`),
  'piece.found_trayed': pieceTold((piece, { reason }) => `A person puts ${piece} into its tray: ${plain(reason)}.`),
  'piece.found_spoiled': pieceTold(
    (piece, { reason }) => `A person spoils ${piece}: ${plain(reason)}. Its next copy follows.`,
  ),
  'case.opened': caseTold(
    ({ kind, windowCode }) => `A case is open: ${plain(kind)}${windowCode === null ? '' : `, ${windowCode}`}.`,
  ),
  'case.closed': caseTold(
    ({ kind, windowCode, outcome, reason }) =>
      `The case ${plain(kind)}${windowCode === null ? '' : ` of ${windowCode}`} is closed: ${plain(outcome)}${reason === null ? '' : ` (${plain(reason)})`}.`,
  ),
  'deposit.closed': depositTold(
    ({ number, pieces, trays }) =>
      `Deposit ${number} is closed for its truck: ${counted(pieces, 'piece')} in ${counted(trays.length, 'tray')}.`,
  ),
  'deposit.left_site': depositTold(({ number }) => `Deposit ${number} has left with the carrier.`),
  'deposit.accepted': depositTold(
    ({ number, pieces }) => `The carrier acknowledges deposit ${number}: ${pieces} on the slip, ${pieces} accepted.`,
  ),
  'deposit.accepted_with_differences': depositTold(
    ({ number, pieces, piecesAccepted }) =>
      `The carrier acknowledges deposit ${number}: ${pieces} on the slip, ${piecesAccepted ?? 0} accepted. Each difference is a case.`,
  ),
};

const letterWords: Readonly<Record<string, Teller>> = {
  'letter.unprintable': letterTold(
    (name, { reasonText, reason }) => `${name} cannot be made. ${reasonText ?? plain(reason)}`,
  ),
  'letter.lost': letterTold((name, { reason }) => `${name} is lost: ${plain(reason)}.`),
  'letter.returned': letterTold((name) => `${name} has come back, as the carrier tells.`),
};

function lotTold(words: (lot: LotWhole) => string): FloorTeller {
  return async (api, { subjectId }) => words(await api.get<LotWhole>(`/v1/site/lots/${subjectId}`));
}

function caseTold(words: (open: CaseView) => string): FloorTeller {
  return async (api, { subjectId }) => words(await api.get<CaseView>(`/v1/site/cases/${subjectId}`));
}

function depositTold(words: (deposit: DepositWhole) => string): FloorTeller {
  return async (api, { subjectId }) => words(await api.get<DepositWhole>(`/v1/site/deposits/${subjectId}`));
}

function pieceTold(words: (piece: string, event: EventView) => string): FloorTeller {
  return async (api, event) => {
    const { position, copy, lotNumber } = await api.get<PieceView>(`/v1/site/pieces/${event.subjectId}`);
    return words(`piece ${position} of lot ${lotNumber}${copy > 1 ? ` (copy ${copy})` : ''}`, event);
  };
}

function letterTold(words: (name: string, letter: Letter) => string): Teller {
  return async (api, { subjectId }, customer) => {
    const letter = await api.get<Letter>(`/v1/letters/${subjectId}`);
    const kind = letter.registeredNumber === null ? 'A letter' : `The registered letter ${letter.registeredNumber}`;
    return words(`${kind} of ${customers[customer].sender.organisation}`, letter);
  };
}

const plain = (code: string | null): string => (code ?? 'no reason told').replaceAll('_', ' ');
const numbers = (trays: readonly { number: number }[]): string => trays.map(({ number }) => number).join(', ');
const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
