import type { CaseView } from '#contracts/api/cases';
import type { LotWhole } from '#contracts/api/lots';
import type { FindingBody, PieceView } from '#contracts/api/pieces';
import type { TrayView } from '#contracts/api/trays';
import type { PliApi } from '../demonstration/api-client.ts';
import { judge, sheetsOf, type ReadEnvelope } from './judge.ts';
import { OperatorDesk } from './operator-desk.ts';
import type { Room, Sight } from './room.ts';

export interface Habits {
  /** Hears each thing that was done, in a sentence. */
  readonly say: (sentence: string) => void;
  /** Whether an envelope that the carrier handed back is offered again; else it is opened and its next copy is made. */
  readonly offersAgain: (refused: CaseView) => boolean;
  /** Whether envelopes that lie about are picked up before anybody misses them. */
  readonly tidies: boolean;
  /** How long a missing envelope is looked for, here and by the carrier, before its case is closed. */
  readonly searchMs: number;
}

/** A mark that nobody can read is printed anew, on another copy. */
const habits: Habits = {
  say: () => undefined,
  offersAgain: ({ reason }) => !/affranchissement/i.test(reason ?? ''),
  tidies: true,
  searchMs: 10_000,
};

/**
 * A person on the floor. Sees on the screens what Pli calls for, looks at the paper that lies about, decides, and tells Pli through the API,
 * always with a reason. Decides nothing that Pli knows by itself, and never looks behind the screens.
 */
export class FloorPerson {
  /** What was told, with how often. */
  readonly findings = new Map<string, number>();
  readonly #desk: OperatorDesk;
  readonly #habits: Habits;

  constructor(
    api: PliApi,
    private readonly room: Room,
    own: Partial<Habits> = {},
  ) {
    this.#desk = new OperatorDesk(api);
    this.#habits = { ...habits, ...own };
  }

  /** One walk through the print room. */
  async walk(): Promise<void> {
    const sight = await this.room.lookAround();
    const unresolved = await this.#desk.unresolvedPieces();
    if (unresolved.length > 0) await this.#settleAll(unresolved, sight);
    const cases = await this.#desk.openCases();
    for (const envelope of sight.envelopes) await this.#pickUp(envelope, unresolved, cases);
    for (const open of cases) await this.#investigate(open, sight);
    for (const tray of await this.#desk.openTrays()) if (isFilledByHand(tray)) await this.#seal(tray);
  }

  async #settleAll(unresolved: readonly PieceView[], sight: Sight): Promise<void> {
    const open = await this.#desk.openLots();
    for (const lotId of new Set(unresolved.map((piece) => piece.lotId))) {
      // As long as nobody is called the machines have not said their last word. Of a closed lot they have.
      if (open.some(({ id, needsOperator }) => id === lotId && !needsOperator)) continue;
      const pieces = unresolved.filter((piece) => piece.lotId === lotId);
      await this.#settle(await this.#desk.lot(lotId), pieces, sight);
    }
  }

  /** Settles the pieces of one lot. Doubtful envelopes are opened first: what is inside may be what others lack. */
  async #settle(lot: LotWhole, pieces: readonly PieceView[], { envelopes, sheets }: Sight): Promise<void> {
    const inTrays = await Promise.all(lot.trays.map(({ number }) => this.room.lookInto(number)));
    const acts = [...judge(pieces, [...inTrays.flat(), ...envelopes])];
    const loose = sheets.map(({ sheetCode }) => sheetCode);
    for (const [piece, act] of acts)
      if (act.do === 'open') loose.push(...(await this.#openAndSpoil(piece, act.envelope)));
    for (const [piece, act] of acts) {
      if (act.do === 'search') await this.#tell(piece, bySheets(piece, lot, sheetsOf(piece, loose).length));
      if (act.do === 'release') await this.#putIntoTray(piece, act.envelope);
    }
  }

  /** An envelope that lies about outside the trays: the scanner says whose it is, and Pli what to do with it. */
  async #pickUp(envelope: Sight['envelopes'][number], unresolved: readonly PieceView[], cases: readonly CaseView[]) {
    const { windowCode, where } = envelope;
    if (windowCode === null || unresolved.some((piece) => piece.windowCode === windowCode)) return;
    const about = cases.find((each) => each.windowCode === windowCode);
    if (!this.#habits.tidies && !about && where !== 'back_from_post') return;
    const read = { ...envelope, windowCode };
    const { piece, tray, advice } = await this.#desk.scan(windowCode);
    if (!piece) return;
    // The carrier's word came between the list of cases and this scan: the next walk knows the case.
    if (piece.state === 'refused_at_deposit' && !about) return;
    const isUnusable = about?.kind === 'refused_at_deposit' && !this.#habits.offersAgain(about);
    if (advice.do === 'put_aside_and_spoil' || isUnusable) await this.#openAndSpoil(piece, read);
    else if (advice.do === 'put_into_tray' || advice.do === 'open_tray') await this.#putIntoTray(piece, read);
    else if (advice.do === 'break_seal' && tray) await this.#breakSealAndPut(read, tray);
    else if (advice.do === 'nothing' && tray?.state === 'open') await this.#put(read, tray);
  }

  /** Into an open tray of its kind, which Pli names; where there is none a new one is opened for what came back. */
  async #putIntoTray(piece: PieceView, { windowCode, where }: ReadEnvelope): Promise<void> {
    const { advice } = await this.#desk.scan(windowCode);
    const tray = advice.tray ?? (await this.#desk.openTray(piece, 'for_what_came_back'));
    await this.room.put(windowCode, tray.number);
    const isTold = await this.#desk.scanInto(tray.id, windowCode, `seen_${where}`);
    if (!isTold) await this.room.put(windowCode, null);
    else this.#note('trayed', `${windowCode}, seen ${places[where]}, is put into tray ${tray.number}`);
  }

  /** It was taken out of a sealed tray that has not left yet. */
  async #breakSealAndPut(envelope: ReadEnvelope, tray: TrayView): Promise<void> {
    if (!(await this.#desk.breakSeal(tray.id, 'envelope_found_outside'))) return;
    await this.#put(envelope, tray);
    await this.#seal(tray);
  }

  /** Back to where it belongs; Pli has never heard that it was gone. */
  async #put({ windowCode, where }: ReadEnvelope, { number }: TrayView): Promise<void> {
    await this.room.put(windowCode, number);
    this.#note('put_back', `${windowCode}, seen ${places[where]}, is put back into tray ${number}`);
  }

  async #openAndSpoil(piece: PieceView, { windowCode, where, damaged }: ReadEnvelope): Promise<readonly string[]> {
    const inside = await this.room.open(windowCode);
    await this.#tell(piece, { found: 'spoiled', reason: damaged ? 'torn' : `opened_from_${where}` });
    return inside;
  }

  /** A difference with the carrier's count that no envelope in the room explains. */
  async #investigate({ id, kind, windowCode, createdAt, difference }: CaseView, { envelopes }: Sight): Promise<void> {
    const isLongAgo = Date.now() - Date.parse(createdAt) >= this.#habits.searchMs;
    const isHere = envelopes.some((envelope) => envelope.windowCode === windowCode);
    if (!isLongAgo || isHere || kind === 'refused_at_deposit') return;
    if (kind === 'missing_at_deposit') {
      if (await this.#desk.closeCase(id, { outcome: 'lost', reason: 'neither_here_nor_there' }))
        this.#note('lost', `${windowCode} is nowhere: its case is closed as lost`);
    } else if (await this.#desk.closeCase(id, { outcome: 'explained', reason: 'counted_by_hand' }))
      this.#note('explained', `The case ${kind} of ${difference ?? windowCode ?? 'an item'} is explained`);
  }

  async #seal({ id, number }: TrayView): Promise<void> {
    if (await this.#desk.seal(id, 'filled_by_hand')) this.#note('sealed', `Tray ${number} is sealed`);
  }

  async #tell(piece: PieceView, finding: FindingBody): Promise<void> {
    const { windowCode, state, reason } = piece;
    if (await this.#desk.resolve(piece, finding))
      this.#note(finding.found, `${windowCode} was ${state} (${reason}): ${finding.found}, ${finding.reason}`);
  }

  #note(what: string, sentence: string): void {
    this.findings.set(what, (this.findings.get(what) ?? 0) + 1);
    this.#habits.say(sentence);
  }
}

const places: Readonly<Record<ReadEnvelope['where'], string>> = {
  floor: 'on the floor',
  pocket: 'in the pocket',
  desk: 'on a desk',
  back_from_post: 'back from the post',
  tray: 'in its tray',
};

/** A tray that no lot of its own will seal: a person opened it, or broke its seal. */
function isFilledByHand({ lotId, sealBrokenAt, inside, coming }: TrayView): boolean {
  return (lotId === null || sealBrokenAt !== null) && inside > 0 && coming === 0;
}

/** What is told of a piece without an envelope, by how many of its sheets were found. */
function bySheets(piece: PieceView, { state }: LotWhole, found: number): FindingBody {
  if (found === 0) return { found: 'voided', reason: 'no_sheet_found' };
  const isPrinted = state === 'printing' && found >= piece.sheets;
  return isPrinted ? { found: 'printed', reason: 'whole_in_stack' } : { found: 'spoiled', reason: 'sheets_found' };
}
