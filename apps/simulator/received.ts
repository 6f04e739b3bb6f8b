import type { JournalRecord } from '#contracts/simulator-journal';

export interface Deposit {
  readonly deposit: string;
  readonly site: string;
  readonly trays: readonly number[];
  readonly items: AcceptedItem[];
  readonly missing: { readonly tray: number; readonly windowCode: string }[];
  /** When the post had counted everything: its date and hour of acceptance. */
  acceptedAt: string | undefined;
  parts: number;
  lastPartWritten: boolean;
}
export interface AcceptedItem {
  readonly windowCode: string | null;
  readonly tray: number;
  readonly product: string | null;
  readonly band: string | null;
  readonly registeredNumber: string | null;
  readonly declared: boolean;
}
export interface TrackedItem {
  readonly number: string;
  readonly deposit: string;
  readonly product: string;
  readonly events: { readonly code: string; readonly label: string; readonly at: string }[];
}

/** Memory of the post: its deposits and the registered items on their way. */
export class Received {
  readonly deposits = new Map<string, Deposit>();
  readonly numbers = new Map<string, TrackedItem>();

  /** Whether the site has handed this tray to the post. */
  holds(site: string, tray: number): boolean {
    return [...this.deposits.values()].some((deposit) => deposit.site === site && deposit.trays.includes(tray));
  }

  readonly hear = (record: JournalRecord): void => {
    switch (record.type) {
      case 'manifest_taken': {
        const { deposit, site, trays } = record;
        const fresh = { acceptedAt: undefined, parts: 0, lastPartWritten: false };
        this.deposits.set(deposit, { deposit, site, trays, items: [], missing: [], ...fresh });
        break;
      }
      case 'item_accepted': {
        const { deposit, windowCode, tray, product, band, registeredNumber, declared } = record;
        this.deposits.get(deposit)?.items.push({ windowCode, tray, product, band, registeredNumber, declared });
        if (registeredNumber !== null)
          this.numbers.set(registeredNumber, { number: registeredNumber, deposit, product: product ?? '', events: [] });
        break;
      }
      case 'item_missing': {
        const { tray, windowCode } = record;
        this.deposits.get(record.deposit)?.missing.push({ tray, windowCode });
        break;
      }
      case 'deposit_accepted': {
        const deposit = this.deposits.get(record.deposit);
        if (deposit) deposit.acceptedAt = record.at;
        break;
      }
      case 'acknowledgement_written': {
        const deposit = this.deposits.get(record.deposit);
        if (deposit) Object.assign(deposit, { parts: record.part, lastPartWritten: record.last });
        break;
      }
      case 'tracking': {
        const { code, label, at } = record;
        this.numbers.get(record.number)?.events.push({ code, label, at });
        break;
      }
      default:
    }
  };
}
