import type { OpenApiDocument } from '../../apps/api/docs/openapi.ts';
import type { Role } from './schemathesis.ts';

/** Ids of what exists and what a key may see, by the letters they begin with: all that the lists of its role name. */
export async function knownIds(apiUrl: string, key: string, role: Role): Promise<Record<string, string[]>> {
  const { paths } = (await (await fetch(`${apiUrl}/openapi.json`)).json()) as OpenApiDocument;
  const lists = Object.entries(paths)
    .filter(
      ([path, { get }]) => !path.includes('{') && !path.endsWith('/stream') && get?.['x-pli-access'].startsWith(role),
    )
    .map(([path]) => path);
  const found: Record<string, string[]> = {};
  for (const path of lists) {
    const answer = await fetch(`${apiUrl}${path}`, { headers: { authorization: `Bearer ${key}` } });
    for (const id of new Set((await answer.text()).match(/\b[a-z]{3}_[0-9a-z]{26}\b/g)))
      (found[id.slice(0, 3)] ??= []).push(id);
  }
  return found;
}
