/** Every type of event that an account's feed may hold, by subject. A test looks for types that the house tells and that are missing here. */
const told = {
  order: ['submitted', 'in_progress', 'ended', 'refused', 'cancelled', 'cancellation_refused'],
  letter: [
    ...['accepted', 'composed', 'pooled', 'in_production', 'handed_over', 'accepted_by_carrier', 'tracked'],
    ...[
      'delivered',
      'returned',
      'no_return_seen',
      'lost',
      'unprintable',
      'refused',
      'cancelled',
      'cancellation_refused',
    ],
    ...['next_copy', 'copy_spoiled', 'copy_voided', 'number_assigned', 'trayed_again', 'piece_left_again'],
    ...['missing_at_deposit', 'refused_at_deposit', 'found_by_carrier', 'lost_piece_handed_over', 'acceptance_learned'],
    ...['carrier_status', 'deadline_moved', 'erased', 'revealed'],
  ],
  document: ['proposed', 'accepted', 'stored', 'kept', 'no_longer_kept', 'erased'],
  import: ['opened', 'receiving', 'completed', 'abandoned', 'deleted', 'erased'],
  preview: ['asked', 'ready', 'refused', 'erased'],
  template: ['created'],
  template_version: ['added', 'proof_asked', 'approved', 'not_approved', 'withdrawn'],
  webhook: ['made', 'changed', 'enabled', 'disabled', 'secret_rotated', 'deleted'],
  notice: ['made', 'changed', 'confirmed', 'disabled', 'deleted'],
  ticket: ['opened', 'answered', 'added_to', 'escalated', 'closed', 'reopened', 'erased'],
  archive: ['opened', 'kept', 'end_asked', 'erased'],
  cost_centre: ['added', 'changed'],
  account: ['settings_changed'],
} as const;

/** Types of single events, e.g. `letter.delivered`. */
export const eventTypes: readonly string[] = Object.entries(told).flatMap(([subject, types]) =>
  types.map((type) => `${subject}.${type}`),
);

/** What a subscriber may ask for: all events, a family such as `letter.*`, or single types. */
export const eventPatterns = ['*', ...Object.keys(told).map((subject) => `${subject}.*`), ...eventTypes] as [
  string,
  ...string[],
];

const MOST_NEAREST = 3;

/** The patterns that somebody probably meant, the nearest first: those that few changed letters make of what was written. */
export function nearestPatterns(written: string): string[] {
  const text = written.toLowerCase();
  const most = Math.max(2, Math.floor(text.length / 3));
  return eventPatterns
    .map((pattern) => ({ pattern, changes: changesBetween(text, pattern) }))
    .filter(({ changes }) => changes <= most)
    .sort((a, b) => a.changes - b.changes)
    .slice(0, MOST_NEAREST)
    .map(({ pattern }) => pattern);
}

/** Levenshtein's distance: how many letters are put in, left out or exchanged. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
