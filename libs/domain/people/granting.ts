/**
 * What of the rights that somebody gives (to a person, or to a key) they do not hold themselves, and may therefore not give. Nobody grants
 * more than they hold: else whoever may invite could have everything by inviting themselves.
 */
export const rightsNotHeld = (given: readonly string[], held: readonly string[]): string[] =>
  given.filter((right) => !held.includes(right));
