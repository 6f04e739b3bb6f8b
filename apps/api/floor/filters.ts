import type { Standing } from '#domain/punctuality';
import { waitStandingSql } from '#database/production/standings';

/** The conditions of a list and their parameters; what was not asked for adds none. */
export interface Filters {
  /** @param condition the SQL, given the name of the value's parameter */
  and(condition: (parameter: string) => string, value: unknown): Filters;
  /** Only rows `row` that stand so at `now`; `since` is the column at which their wait began. */
  stands(standing: Standing | undefined, row: string, now: Date, since?: string): Filters;
  readonly where: string;
  readonly values: unknown[];
}

/** @param first the condition that every page has, over `values` from $1 */
export function filters(first: string, ...values: unknown[]): Filters {
  const conditions = [first];
  const made: Filters = {
    and(condition, value) {
      if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
      return made;
    },
    stands(standing, row, now, since) {
      if (standing === undefined) return made;
      const [at, asked] = [`$${values.push(now)}`, `$${values.push(standing)}`];
      conditions.push(`${row}.deadline_at is not null and ${waitStandingSql(row, at, since)} = ${asked}`);
      return made;
    },
    get where() {
      return conditions.join(' and ');
    },
    values,
  };
  return made;
}

/** A flag of a query as a value: undefined when it was not asked. */
export const flag = (asked: 'true' | 'false' | undefined): boolean | undefined =>
  asked === undefined ? undefined : asked === 'true';
