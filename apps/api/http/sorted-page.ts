import type { Sort } from '#contracts/api/shapes';

/** The part of a condition by which a list goes on after its cursor, which is its first parameter ('' for the first page). */
export const pageCondition = (sort: Sort, after: string | undefined): string[] =>
  after === undefined ? [`$1::text = ''`] : [sort === 'newest' ? 'id < $1' : 'id > $1'];

/** Ids grow with time. */
export const directionOf = (sort: Sort): 'asc' | 'desc' => (sort === 'newest' ? 'desc' : 'asc');
