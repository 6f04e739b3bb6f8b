import type { paths } from '#client/api';

/** The query of a list as its route takes it: an address may say anything, and the server refuses what it does not know. */
export type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
