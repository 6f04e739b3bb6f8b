import type { PartName, Place } from './part.ts';
import { databaseUrls } from './postgres.ts';
import { namespace } from './temporal.ts';

type Offers = (place: Pick<Place, 'secrets'>) => Record<string, string>;

/** The parts that the environment gives by URL, and what each then offers; none when `use` is false. */
export function givenParts(use: boolean, env: NodeJS.ProcessEnv = process.env): Map<PartName, Offers> {
  const given = new Map<PartName, Offers>();
  if (!use) return given;
  const { DATABASE_URL, VALKEY_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE = namespace } = env;
  if (DATABASE_URL) given.set('postgres', (place) => databaseUrls(DATABASE_URL, place));
  if (VALKEY_URL) given.set('valkey', () => ({ VALKEY_URL }));
  if (TEMPORAL_ADDRESS) given.set('temporal', () => ({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }));
  return given;
}
