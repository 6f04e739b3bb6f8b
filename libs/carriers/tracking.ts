/** What a carrier's tracking tells about one item, in our words. Whether it moves a letter forward is not decided here. */
export type TrackingKind =
  | 'announced'
  | 'deposited'
  | 'in_transit'
  | 'first_presentation'
  | 'notice'
  | 'problem'
  | 'undeliverable'
  | 'refused'
  | 'returning'
  | 'delivered'
  | 'returned'
  | 'other';

export interface TrackingEvent {
  /** The same event always has the same id, in whatever answer it comes. */
  readonly sourceId: string;
  readonly number: string;
  readonly kind: TrackingKind;
  /** The carrier's own code and words, kept as they came. */
  readonly carrierCode: string;
  readonly label: string;
  /** The carrier's date and hour (ISO). */
  readonly at: string;
}

export interface Tracked {
  readonly number: string;
  /** False when the carrier does not know the number (not yet, or no more). */
  readonly known: boolean;
  /** The carrier expects nothing more. */
  readonly final: boolean;
  readonly product: string | null;
  /** Oldest first. */
  readonly events: readonly TrackingEvent[];
}

/** Numbers that one question may hold. */
export const numbersPerQuestion = 10;

export interface Tracking {
  /**
   * What is known of these numbers, at most `numbersPerQuestion` (RangeError beyond), in their order. MailError `tracking_busy`
   * (later), `tracking_key_refused` (never), `tracking_answer_unreadable` (later).
   */
  track(numbers: readonly string[]): Promise<Tracked[]>;
}
