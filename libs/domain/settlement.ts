/**
 * What became of each piece of a lot, from the inserter's records (one an envelope) against what was to be made. A piece is good
 * only when one closed envelope shows its window code and holds exactly its sheets in their order; everything else is
 * looked at by a person before it may leave.
 */
export type ExpectedPiece = {
  /** Place in the lot, from 1, without gaps. */
  position: number;
  copy: number;
  windowCode: string;
  sheetCodes: readonly string[];
};

export const inserterOutcomes = ['closed', 'diverted', 'incomplete'] as const;
export type InserterOutcome = (typeof inserterOutcomes)[number];

/** One envelope that left the inserter, as its cameras read it. */
export type InserterRecord = {
  windowCode: string | null;
  sheetCodes: readonly string[];
  outcome: InserterOutcome;
  /** ISO instant by the inserter's clock. */
  at: string;
  /** Tray of the lot that it fell into; null when diverted. */
  tray: number | null;
};

export const pieceOutcomes = ['good', 'suspect', 'diverted', 'missing'] as const;
export type PieceOutcome = (typeof pieceOutcomes)[number];
export const settlementReasons = [
  'no_record',
  'beside_gap',
  'window_code_unread',
  'wrong_window_code',
  'sheet_missing',
  'sheet_doubled',
  'foreign_sheet',
  'sheets_out_of_order',
  'sheet_in_another_envelope',
  'several_envelopes',
  'diverted',
  'incomplete',
] as const;
export type SettlementReason = (typeof settlementReasons)[number];

export type SettledPiece = {
  position: number;
  copy: number;
  outcome: PieceOutcome;
  reasons: SettlementReason[];
  /** From its record, when it has one. */
  at?: string;
  tray?: number;
};
export type Settlement = {
  pieces: SettledPiece[];
  /** Envelopes that have nothing to do with this lot, by window code or sheets. */
  strangers: InserterRecord[];
};

type Finding = { records: InserterRecord[]; reasons: Set<SettlementReason> };

/** Settles every expected piece. `records` are all of the lot's, in any order; settle when the inserter has ended the job. */
export function settlePieces(expected: readonly ExpectedPiece[], records: readonly InserterRecord[]): Settlement {
  const byWindow = new Map(expected.map((piece) => [piece.windowCode, piece]));
  const bySheet = new Map(expected.flatMap((piece) => piece.sheetCodes.map((code) => [code, piece])));
  const findings = new Map<ExpectedPiece, Finding>(
    expected.map((piece) => [piece, { records: [], reasons: new Set() }]),
  );
  const strangers: InserterRecord[] = [];

  for (const record of records) {
    const inside = new Set(record.sheetCodes.flatMap((code) => bySheet.get(code) ?? []));
    const shown = record.windowCode === null ? undefined : byWindow.get(record.windowCode);
    // A diverted envelope with an unread window is whose sheets it holds.
    const owner = shown ?? (record.outcome === 'closed' ? undefined : [...inside][0]);
    if (!owner && inside.size === 0) {
      strangers.push(record);
      continue;
    }
    if (owner) findRecord(findings.get(owner), owner, record);
    for (const other of inside) {
      if (other === owner) continue;
      const found = findings.get(other);
      if (owner) found?.reasons.add('sheet_in_another_envelope');
      else {
        found?.records.push(record);
        found?.reasons.add(record.windowCode === null ? 'window_code_unread' : 'wrong_window_code');
      }
    }
  }
  const pieces = expected.map((piece) => settled(piece, findings.get(piece)));
  return { pieces: withNeighboursOfGaps(pieces, lackingSheets(expected, records)), strangers };
}

function findRecord(found: Finding | undefined, piece: ExpectedPiece, record: InserterRecord): void {
  if (!found) return;
  found.records.push(record);
  if (record.outcome !== 'closed') found.reasons.add(record.outcome);
  else for (const reason of contentFaults(piece, record.sheetCodes)) found.reasons.add(reason);
}

function contentFaults({ sheetCodes }: ExpectedPiece, read: readonly string[]): SettlementReason[] {
  const faults: SettlementReason[] = [];
  const own = read.filter((code) => sheetCodes.includes(code));
  if (own.length < read.length) faults.push('foreign_sheet');
  if (new Set(own).size < own.length) faults.push('sheet_doubled');
  if (sheetCodes.some((code) => !own.includes(code))) faults.push('sheet_missing');
  if (faults.length === 0 && read.some((code, i) => code !== sheetCodes[i])) faults.push('sheets_out_of_order');
  return faults;
}

function settled({ position, copy }: ExpectedPiece, found: Finding | undefined): SettledPiece {
  const { records, reasons } = found ?? { records: [], reasons: new Set<SettlementReason>() };
  if (records.length > 1) reasons.add('several_envelopes');
  if (records.length === 0 && reasons.size === 0) return { position, copy, outcome: 'missing', reasons: ['no_record'] };
  const last = records.at(-1);
  const onlyDiverted = [...reasons].every((reason) => reason === 'diverted' || reason === 'incomplete');
  const outcome = reasons.size === 0 ? 'good' : onlyDiverted ? 'diverted' : 'suspect';
  return {
    position,
    copy,
    outcome,
    reasons: [...reasons],
    ...(last && { at: last.at }),
    ...(last && last.tray !== null && { tray: last.tray }),
  };
}

/** Positions of pieces that came out incomplete and of which no camera read every sheet: the rest slipped in somewhere unseen (a double feed). */
function lackingSheets(expected: readonly ExpectedPiece[], records: readonly InserterRecord[]): Set<number> {
  const read = new Set(records.flatMap((record) => record.sheetCodes));
  const incomplete = new Set(
    records.filter(({ outcome }) => outcome === 'incomplete').flatMap((r) => [r.windowCode, ...r.sheetCodes]),
  );
  const cameOutSo = ({ windowCode, sheetCodes }: ExpectedPiece) =>
    [windowCode, ...sheetCodes].some((code) => incomplete.has(code));
  const lacking = expected.filter((piece) => cameOutSo(piece) && piece.sheetCodes.some((code) => !read.has(code)));
  return new Set(lacking.map(({ position }) => position));
}

/** The good pieces next to a gap (a piece without a record, or one that lacks a sheet) may hold what is missing, so they are suspect. */
function withNeighboursOfGaps(pieces: SettledPiece[], lacking: ReadonlySet<number>): SettledPiece[] {
  const inOrder = [...pieces].sort((a, b) => a.position - b.position);
  const gap = (i: number) => {
    const piece = inOrder[i];
    return piece !== undefined && (piece.outcome === 'missing' || lacking.has(piece.position));
  };
  return inOrder.map((piece, i) =>
    piece.outcome === 'good' && (gap(i - 1) || gap(i + 1))
      ? { ...piece, outcome: 'suspect', reasons: [...piece.reasons, 'beside_gap'] }
      : piece,
  );
}
