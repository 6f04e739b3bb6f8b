import type { LotView, LotWhole } from '#contracts/api/lots';
import type { FindingBody, PieceView } from '#contracts/api/pieces';
import type { JournalRecord } from '#contracts/simulator-journal';
import { readMark } from '#domain/marks';
import { Refused, type PliApi } from '../demonstration/api-client.ts';
import type { JournalWatch } from './journal-watch.ts';

/**
 * A person on the floor. Looks only at pieces that Pli calls somebody for, at what lies there (the simulator's journal, which stands for
 * the paper), and tells what was found. Decides nothing that Pli could know by itself.
 */
export class Operator {
  /** What was found, with how many pieces. */
  readonly findings = new Map<string, number>();

  constructor(
    private readonly api: PliApi,
    private readonly journal: JournalWatch,
    private readonly simulatorUrl: string,
  ) {}

  /** One walk through the print room. */
  async walk(): Promise<void> {
    const unresolved = await this.api.all<PieceView>('/v1/site/pieces');
    if (unresolved.length === 0) return;
    const lots = new Map((await this.api.all<LotView>('/v1/site/lots?open=true')).map((lot) => [lot.id, lot]));
    const paper = this.journal.read();
    for (const piece of unresolved) {
      const lot = lots.get(piece.lotId);
      // As long as nobody was called the machines have not said their last word.
      if (lot !== undefined && !lot.needsOperator && piece.state !== 'diverted') continue;
      const { finding, lyingIn } = look(piece, lot, await this.#trayOf(piece), paper);
      if (lyingIn !== undefined) await this.#putInto(piece.windowCode, lyingIn);
      await this.#tell(piece, finding);
    }
  }

  /** The number of the tray that a piece was meant for. */
  async #trayOf({ lotId, trayId }: PieceView): Promise<number | undefined> {
    const { trays } = await this.api.get<LotWhole>(`/v1/site/lots/${lotId}`);
    return trays.find(({ id, state }) => id === trayId && state === 'open')?.number;
  }

  async #tell(piece: PieceView, finding: FindingBody): Promise<void> {
    try {
      await this.api.post(
        `/v1/site/pieces/${piece.id}/resolve`,
        finding,
        `${piece.id}-${piece.since}-${finding.found}`,
      );
      this.findings.set(finding.found, (this.findings.get(finding.found) ?? 0) + 1);
    } catch (error) {
      // Pli learned it from the machine meanwhile, or the tray has just been sealed: the next walk looks again.
      if (!(error instanceof Refused) || error.status >= 500) throw error;
    }
  }

  /** Moves the envelope itself: into a tray, or (null) out of all trays. */
  async #putInto(windowCode: string, tray: number | null): Promise<void> {
    const moved = await fetch(`${this.simulatorUrl}/hands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ windowCode, tray }),
    });
    if (!moved.ok)
      throw new Error(`The envelope ${windowCode} could not be moved: ${moved.status} ${await moved.text()}`);
  }
}

/** What a person sees of a piece, and where its envelope must be put for that to be so. */
function look(
  piece: PieceView,
  lot: LotView | undefined,
  tray: number | undefined,
  paper: readonly JournalRecord[],
): { finding: FindingBody; lyingIn?: number | null } {
  const reason = 'seen_on_paper';
  const envelope = paper.findLast((r) => r.type === 'envelope_closed' && r.windowCode === piece.windowCode);
  if (envelope?.type === 'envelope_closed') {
    const lies = envelope.outcome === 'closed' && envelope.tray !== null ? envelope.tray : undefined;
    const into = lies ?? tray;
    if (holdsItsSheets(envelope.sheetCodes, piece) && into !== undefined)
      return { finding: { found: 'trayed', tray: into, reason }, ...(lies === undefined && { lyingIn: into }) };
    return { finding: { found: 'spoiled', reason }, lyingIn: null };
  }
  const sheets = paper.filter((r) => r.type === 'sheet_out' && isSheetOf(r.sheetCode, piece));
  if (sheets.length === 0) return { finding: { found: 'voided', reason } };
  return {
    finding: { found: lot?.state === 'printing' && sheets.length >= piece.sheets ? 'printed' : 'spoiled', reason },
  };
}

function holdsItsSheets(sheetCodes: readonly string[], piece: PieceView): boolean {
  return sheetCodes.length === piece.sheets && sheetCodes.every((code) => isSheetOf(code, piece));
}

function isSheetOf(sheetCode: string | null, piece: PieceView): boolean {
  const mark = sheetCode === null ? undefined : readMark(sheetCode);
  return mark?.kind === 'sheet' && mark.lot === piece.lotNumber && mark.piece === piece.position;
}
