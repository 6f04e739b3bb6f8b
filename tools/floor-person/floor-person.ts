import type { LotView, LotWhole } from '#contracts/api/lots';
import type { FindingBody, PieceView } from '#contracts/api/pieces';
import { Refused, type PliApi } from '../demonstration/api-client.ts';
import { judge, sheetsOf, type ReadEnvelope } from './judge.ts';
import type { Room } from './room.ts';

/**
 * A person on the floor. Sees on the operator's screens what Pli calls for, looks at the paper that lies about, decides, and tells Pli
 * through the API, always with a reason. Decides nothing that Pli knows by itself, and never looks behind the screens.
 */
export class FloorPerson {
  /** What was found, with how many pieces. */
  readonly findings = new Map<string, number>();

  /** @param say hears each thing that was done, in a sentence */
  constructor(
    private readonly api: PliApi,
    private readonly room: Room,
    private readonly say: (sentence: string) => void = () => undefined,
  ) {}

  /** One walk through the print room. */
  async walk(): Promise<void> {
    const unresolved = await this.api.all<PieceView>('/v1/site/pieces');
    if (unresolved.length > 0) await this.#settleAll(unresolved);
  }

  async #settleAll(unresolved: readonly PieceView[]): Promise<void> {
    const open = await this.api.all<LotView>('/v1/site/lots?open=true');
    for (const lotId of new Set(unresolved.map((piece) => piece.lotId))) {
      // As long as nobody is called the machines have not said their last word. Of a closed lot they have.
      if (open.some(({ id, needsOperator }) => id === lotId && !needsOperator)) continue;
      await this.#settle(
        await this.api.get<LotWhole>(`/v1/site/lots/${lotId}`),
        unresolved.filter((piece) => piece.lotId === lotId),
      );
    }
  }

  /** Settles the pieces of one lot. Doubtful envelopes are opened first: what is inside may be what others lack. */
  async #settle(lot: LotWhole, pieces: readonly PieceView[]): Promise<void> {
    const { envelopes, sheets } = await this.room.lookAround();
    const inTrays = await Promise.all(lot.trays.map(({ number }) => this.room.lookInto(number)));
    const acts = [...judge(pieces, [...inTrays.flat(), ...envelopes])];
    const loose = sheets.map(({ sheetCode }) => sheetCode);
    for (const [piece, act] of acts)
      if (act.do === 'open') {
        loose.push(...(await this.room.open(act.envelope.windowCode)));
        await this.#tell(piece, { found: 'spoiled', reason: 'opened' });
      }
    for (const [piece, act] of acts) {
      if (act.do === 'search') await this.#tell(piece, bySheets(piece, lot, sheetsOf(piece, loose).length));
      if (act.do === 'release') await this.#release(piece, act.envelope, lot);
    }
  }

  async #release(piece: PieceView, envelope: ReadEnvelope, { trays }: LotWhole): Promise<void> {
    const tray = trays.find(({ id, state }) => id === piece.trayId && state === 'open')?.number;
    if (tray === undefined) return;
    if (envelope.tray !== tray) await this.room.put(envelope.windowCode, tray);
    await this.#tell(piece, { found: 'trayed', tray, reason: `seen_${envelope.where}` });
  }

  async #tell(piece: PieceView, finding: FindingBody): Promise<void> {
    const { id, since, windowCode, state, reason } = piece;
    try {
      await this.api.post(`/v1/site/pieces/${id}/resolve`, finding, `${id}-${since}-${finding.found}`);
      this.findings.set(finding.found, (this.findings.get(finding.found) ?? 0) + 1);
      this.say(`${windowCode} was ${state} (${reason}): ${finding.found}, ${finding.reason}`);
    } catch (error) {
      // Pli learned it from the machine meanwhile, or the tray has just been sealed: the next walk looks again.
      if (!(error instanceof Refused) || error.status >= 500) throw error;
    }
  }
}

/** What is told of a piece without an envelope, by how many of its sheets were found. */
function bySheets(piece: PieceView, { state }: LotWhole, found: number): FindingBody {
  if (found === 0) return { found: 'voided', reason: 'no_sheet_found' };
  const isPrinted = state === 'printing' && found >= piece.sheets;
  return isPrinted ? { found: 'printed', reason: 'whole_in_stack' } : { found: 'spoiled', reason: 'sheets_found' };
}
