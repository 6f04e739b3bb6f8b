/** What may become of an upload: accepted, or refused under one of the stable codes. */
export const outcomes = [
  'accepted',
  'document_unreadable',
  'document_encrypted',
  'document_empty',
  'document_too_large',
  'document_too_many_pages',
  'document_too_heavy',
  'document_has_hidden_layers',
  'document_font_not_embedded',
  'document_active_content',
  'document_infected',
  'page_not_a4',
] as const;
export type Outcome = (typeof outcomes)[number];

/** A file that somebody could send: malformed, oversized, disguised or malicious. Made when it is wanted. */
export interface Hostile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What must become of it; any of the outcomes when nothing is said. */
  readonly expected?: readonly Outcome[];
  /** Takes seconds by its nature, to make or to be given up. */
  readonly heavy?: boolean;
}
