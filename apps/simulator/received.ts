import type { JournalRecord, SimulatorFault } from '#contracts/simulator-journal';

type RecordOf<T extends JournalRecord['type']> = Extract<JournalRecord, { type: T }>;

export interface Deposit {
  readonly deposit: string;
  readonly site: string;
  readonly trays: readonly number[];
  readonly items: AcceptedItem[];
  readonly missing: MissingItem[];
  readonly refused: { readonly tray: number; readonly windowCode: string; readonly reason: string }[];
  /** Envelopes that the post will hand back. */
  readonly toRefuse: Set<number>;
  /** Mislaid envelopes that turn up so many milliseconds after the last part. */
  readonly toFind: Map<number, number>;
  /** What was missing and turned up, in order: a supplement each. */
  readonly found: LateItem[];
  supplements: number;
  /** When the post had counted everything: its date and hour of acceptance. */
  acceptedAt: string | undefined;
  /** How the acknowledgement is cut into parts. */
  cut: 'whole' | 'by_tray' | 'halves';
  /** It comes so much later than usual (ms). */
  lateMs: number;
  /** What is not in the first file follows so much later (ms). */
  restMs: number;
  reversed: boolean;
  readonly written: Set<number>;
  /** When the last of its parts was written. */
  acknowledgedAt: string | undefined;
}
export interface AcceptedItem {
  readonly windowCode: string | null;
  readonly tray: number;
  readonly product: string | null;
  readonly band: string | null;
  readonly declared: boolean;
}
export interface MissingItem {
  readonly windowCode: string;
  readonly tray: number;
  readonly product: string;
  readonly band: string;
  readonly registeredNumber: string | null;
}
export interface LateItem extends AcceptedItem {
  readonly at: string;
}

export interface TrackedItem {
  readonly number: string;
  readonly windowCode: string | null;
  readonly product: string;
  readonly deposit: string;
  /** The record of its acceptance, and when that was. */
  readonly accepted: number;
  readonly acceptedAt: string;
  /** What is to become of it on its way; undefined when nothing unusual. */
  fate: { fault: 'lost_on_the_way' | 'returned_late'; ms: number } | undefined;
  readonly events: { readonly code: string; readonly label: string; readonly at: string }[];
}

/** An event that a tracking file tells. */
export interface TrackingLine {
  readonly n: number;
  readonly number: string;
  readonly code: string;
  readonly label: string;
  readonly at: string;
}
export interface TrackingPage {
  readonly file: number;
  readonly at: string;
  readonly lines: readonly TrackingLine[];
}

/** Memory of the post: its deposits, the registered items on their way, and what its tracking files have told. */
export class Received {
  readonly deposits = new Map<string, Deposit>();
  readonly numbers = new Map<string, TrackedItem>();
  /** Events that no tracking file has told yet. */
  untold: TrackingLine[] = [];
  /** The newest tracking file: whether it is in place, only the folder knows. */
  page: TrackingPage | undefined;
  readonly #away = new Set<string>();

  /** Whether the site has handed this tray to the post. */
  holds(site: string, tray: number): boolean {
    return this.#away.has(`${site}/${tray}`);
  }

  readonly hear = (record: JournalRecord): void => {
    switch (record.type) {
      case 'manifest_taken':
        this.#hearManifest(record);
        break;
      case 'item_accepted':
        this.#hearAccepted(record);
        break;
      case 'item_missing': {
        const { tray, windowCode, product, band, registeredNumber } = record;
        this.deposits.get(record.deposit)?.missing.push({ tray, windowCode, product, band, registeredNumber });
        break;
      }
      case 'item_refused': {
        const { tray, windowCode, reason } = record;
        this.deposits.get(record.deposit)?.refused.push({ tray, windowCode, reason });
        break;
      }
      case 'deposit_accepted': {
        const deposit = this.deposits.get(record.deposit);
        if (deposit) Object.assign(deposit, { acceptedAt: record.at, cut: record.parts ?? 'whole' });
        break;
      }
      case 'acknowledgement_written':
        this.#hearWritten(record);
        break;
      case 'tracking': {
        const { n, number, code, label, at } = record;
        this.numbers.get(number)?.events.push({ code, label, at });
        this.untold.push({ n, number, code, label, at });
        break;
      }
      case 'tracking_told': {
        const { file, at, upTo } = record;
        this.page = { file, at, lines: this.untold.filter(({ n }) => n <= upTo) };
        this.untold = this.untold.filter(({ n }) => n > upTo);
        break;
      }
      case 'fault_used':
        this.#hearFault(record);
        break;
      default:
    }
  };

  #hearManifest({ deposit, site, trays }: RecordOf<'manifest_taken'>): void {
    for (const tray of trays) this.#away.add(`${site}/${tray}`);
    this.deposits.set(deposit, {
      deposit,
      site,
      trays,
      items: [],
      missing: [],
      refused: [],
      toRefuse: new Set(),
      toFind: new Map(),
      found: [],
      supplements: 0,
      acceptedAt: undefined,
      cut: 'whole',
      lateMs: 0,
      restMs: 0,
      reversed: false,
      written: new Set(),
      acknowledgedAt: undefined,
    });
  }

  #hearAccepted(record: RecordOf<'item_accepted'>): void {
    const { n, at, envelope, windowCode, tray, product, band, registeredNumber, declared } = record;
    const deposit = this.deposits.get(record.deposit);
    const item = { windowCode, tray, product, band, declared };
    if (record.late) {
      deposit?.toFind.delete(envelope);
      deposit?.found.push({ ...item, at });
    } else deposit?.items.push(item);
    if (registeredNumber === null) return;
    this.numbers.set(registeredNumber, {
      number: registeredNumber,
      windowCode,
      product: product ?? '',
      deposit: record.deposit,
      accepted: n,
      acceptedAt: at,
      fate: undefined,
      events: [],
    });
  }

  #hearWritten({ deposit: name, part, at, supplement }: RecordOf<'acknowledgement_written'>): void {
    const deposit = this.deposits.get(name);
    if (!deposit) return;
    if (supplement) deposit.supplements += 1;
    else deposit.written.add(part);
    if (deposit.written.size === partsOf(deposit)) deposit.acknowledgedAt ??= at;
  }

  #hearFault({ fault, detail }: RecordOf<'fault_used'>): void {
    const deposit = this.deposits.get(String(detail['deposit']));
    if (deposit) befall(deposit, fault, Number(detail['envelope']), Number(detail['ms']));
    const item = this.numbers.get(String(detail['number']));
    if (item && (fault === 'lost_on_the_way' || fault === 'returned_late'))
      item.fate = { fault, ms: Number(detail['ms']) };
  }
}

/** Into how many files a deposit's acknowledgement is cut. */
export function partsOf({ cut, trays }: Deposit): number {
  return cut === 'by_tray' ? Math.max(1, trays.length) : cut === 'halves' ? 2 : 1;
}

/** `ms` is not a number when the fault lasts for ever. */
function befall(deposit: Deposit, fault: SimulatorFault, envelope: number, ms: number): void {
  if (fault === 'refuse') deposit.toRefuse.add(envelope);
  if (fault === 'lose' && !Number.isNaN(ms)) deposit.toFind.set(envelope, ms);
  if (fault === 'late_acknowledgement') deposit.lateMs = ms;
  if (fault === 'reordered_acknowledgement') deposit.reversed = true;
  if (fault === 'partial_acknowledgement' || fault === 'reordered_acknowledgement')
    deposit.restMs = Math.max(deposit.restMs, ms);
}
