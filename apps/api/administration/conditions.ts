/** The conditions of a query and the values of its parameters, gathered one by one. */
export class Conditions {
  private readonly texts: string[] = [];

  /** @param values of the first parameters, which the query names itself */
  constructor(readonly values: unknown[] = []) {}

  /** One condition more, told by the parameter's name; none when there is no value. */
  add(condition: (parameter: string) => string, value: unknown): this {
    if (value !== undefined) this.texts.push(condition(`$${this.values.push(value)}`));
    return this;
  }

  get text(): string {
    return this.texts.length === 0 ? 'true' : this.texts.join(' and ');
  }
}

/**
 * Limits a moment to days of the print room's clock (`s` is its row of pli.sites). The days one earlier and one later, in UTC, stand beside it
 * for the index.
 */
export function withinDays(
  where: Conditions,
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): void {
  where.add((p) => `${column} >= ${p}::date - 1`, from);
  where.add((p) => `(${column} at time zone s.time_zone)::date >= ${p}::date`, from);
  where.add((p) => `${column} < ${p}::date + 2`, to);
  where.add((p) => `(${column} at time zone s.time_zone)::date <= ${p}::date`, to);
}
