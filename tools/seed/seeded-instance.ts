import { prepareDemonstration, type Demonstration } from '../demonstration/demonstration.ts';
import { shortTemplate } from '../bench/short-letter.ts';
import { templateOf } from '../bench/factory.ts';
import type { Instance } from '../launcher/instance.ts';
import { frenchPrintRoomProfile } from '#domain/site-profiles';
import { seedLetters, type Seeding } from './seed-letters.ts';

/** Prepares the demonstration in an instance that runs its API, gives each customer a template, and seeds its letters. */
export async function seedInstance(instance: Instance, seeding: Seeding): Promise<Demonstration> {
  const demonstration = await prepareDemonstration(instance, frenchPrintRoomProfile);
  if (!demonstration.isNew) return demonstration;
  for (const api of Object.values(demonstration.customers)) await templateOf(api, 'short', shortTemplate);
  await seedLetters(instance.environment.ADMIN_DATABASE_URL ?? '', seeding);
  return demonstration;
}
