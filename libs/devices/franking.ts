import { refuseUnexecutedFranking, type FrankingMode } from '#domain/franking';

export interface FrankingRequest {
  /** Number of the carrier contract. */
  readonly contract: string;
  readonly product: string;
  /** This copy's own value of the contract's counter: never given twice, also after a spoiled copy. */
  readonly counter: number;
  /** The planned deposit day, YYYY-MM-DD: the mark's date. */
  readonly depositDate: string;
  readonly amountCents: number;
  readonly mode: 'test' | 'live';
}

export interface FrankingMark {
  /** The mark's own number, for the postage ledger and the refund list. */
  readonly number: string;
  /** What assembly prints in the window block's mark area; none on pre-printed stock. */
  readonly lines: readonly string[];
  /** When the postage is owed: in both modes by the carrier's count. */
  readonly debit: 'at_acceptance';
}

export interface Franking {
  readonly mode: FrankingMode;
  /** The mark of one copy. Pure: the same request gives the same mark, so a retried assembly prints the same one. */
  mark(request: FrankingRequest): FrankingMark;
}

/**
 * The franking of a contract's mode. Marks are Pli's own text under SPECIMEN, no imitation of any post's mark.
 * MailError `option_not_available` (never) for franking by machine or carrier.
 */
export function frankingFor(mode: FrankingMode): Franking {
  refuseUnexecutedFranking(mode);
  const linesOf = mode === 'printed' ? printedLines : (): string[] => [];
  return { mode, mark: (request) => ({ ...numbered(request), lines: linesOf(request) }) };
}

function numbered({ contract, counter }: FrankingRequest): Pick<FrankingMark, 'number' | 'debit'> {
  if (!Number.isSafeInteger(counter) || counter < 1) throw new RangeError(`Not a counter value: ${counter}`);
  return { number: `${contract}-${String(counter).padStart(8, '0')}`, debit: 'at_acceptance' };
}

function printedLines(request: FrankingRequest): string[] {
  const euros = (request.amountCents / 100).toFixed(2).replace('.', ',');
  return [
    request.mode === 'test' ? 'SPECIMEN TEST' : 'SPECIMEN',
    `${request.product} ${euros} EUR`,
    request.depositDate,
    numbered(request).number,
  ];
}
