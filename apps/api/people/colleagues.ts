import type { Sql } from '#database/scope';

/** Undefined: a key, or a process. */
const personOf = (actor: string): string | undefined => /^person:(.+)$/.exec(actor)?.[1];

/** Names of people of the same account or print room, by their ids; of others, and of who has left, nothing is told. */
export async function namesOfColleagues(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; name: string }>(`select id, name from pli.colleagues($1)`, [[...new Set(ids)]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The same for actors of the ledger: who it was by name, null where that may not be told or nobody was it. */
export async function namesOfActors(sql: Sql, actors: readonly string[]): Promise<(actor: string) => string | null> {
  const names = await namesOfColleagues(
    sql,
    actors.flatMap((actor) => personOf(actor) ?? []),
  );
  return (actor) => names.get(personOf(actor) ?? '') ?? null;
}
