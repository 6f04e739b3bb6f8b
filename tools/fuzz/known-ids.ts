import type { OpenApiDocument } from '../../apps/api/docs/openapi.ts';
import { headersOf, type Caller, type Shown } from './callers.ts';

/** Ids of what exists and what a caller may see, by the letters they begin with: all that the lists they may read name. */
export async function knownIds(
  apiUrl: string,
  { paths }: OpenApiDocument,
  caller: Caller,
  shown: Shown,
): Promise<Record<string, string[]>> {
  const lists = Object.entries(paths)
    .filter(([path, { get }]) => !path.includes('{') && !path.endsWith('/stream') && get && caller.calls(get))
    .map(([path]) => path);
  const found = new Map<string, Set<string>>();
  for (const path of lists) {
    const answer = await fetch(`${apiUrl}${path}`, { headers: headersOf(shown) });
    for (const [id] of (await answer.text()).matchAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g))
      found.set(id.slice(0, 3), (found.get(id.slice(0, 3)) ?? new Set()).add(id));
  }
  return Object.fromEntries([...found].map(([prefix, ids]) => [prefix, [...ids]]));
}
