import { endedLetterStates, letterStates, lifeCycles, statesBefore } from './life-cycles.ts';

describe.each(Object.entries(lifeCycles))('the life cycle of a %s', (_subject, { first, states }) => {
  const table: Readonly<Record<string, readonly string[]>> = states;

  const reach = (from: string): Set<string> => {
    const seen = new Set([from]);
    for (const state of seen) for (const next of table[state] ?? []) seen.add(next);
    return seen;
  };

  test('names only states it knows', () => {
    for (const next of Object.values(table).flat()) expect(Object.keys(table)).toContain(next);
  });
  test('reaches every state from its first', () => {
    expect([...reach(first)].sort()).toEqual(Object.keys(table).sort());
  });
  test('can end from every state', () => {
    for (const state of Object.keys(table)) expect([...reach(state)].some((s) => table[s]?.length === 0)).toBe(true);
  });
});

test('a letter in production is handed over only through its piece, never from the pool', () => {
  expect(statesBefore('letter', 'handed_over')).toEqual(['in_production']);
});

test('an ended letter moves on only by what the post says of it', () => {
  for (const state of endedLetterStates)
    for (const next of letterStates[state]) expect(['returned', 'delivered', 'accepted_by_carrier']).toContain(next);
});
