/** An envelope as somebody who walks through the room sees it: closed, its window in front, lying somewhere. */
export interface SeenEnvelope {
  readonly lot: number;
  /** What the window shows; null when it cannot be read. */
  readonly windowCode: string | null;
  readonly where: 'floor' | 'pocket' | 'desk' | 'back_from_post' | 'tray';
  /** The tray it lies in. */
  readonly tray: number | null;
  /** Torn: nobody would send it. */
  readonly damaged: boolean;
}

/** A sheet in nobody's envelope: in the bin, or in the stack behind the printer. */
export interface LooseSheet {
  readonly lot: number;
  /** Null when it cannot be read. */
  readonly sheetCode: string | null;
  readonly where: 'bin' | 'stack';
}

/** What lies about openly. */
export interface Sight {
  readonly envelopes: readonly SeenEnvelope[];
  readonly sheets: readonly LooseSheet[];
}

/** The print room itself: paper that one can see, carry and open. It knows nothing of what Pli believes. */
export interface Room {
  /** One look around: what lies outside the trays. */
  lookAround(): Promise<Sight>;
  lookInto(tray: number): Promise<readonly SeenEnvelope[]>;
  /** Puts an envelope into a tray, or out of all of them onto the desk (null). */
  put(windowCode: string, tray: number | null): Promise<void>;
  /** Opens an envelope, which it does not survive; gives the codes of the sheets that are really inside. */
  open(windowCode: string): Promise<readonly string[]>;
}
