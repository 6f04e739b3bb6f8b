import type { TemplateVersionView, TemplateView } from '#contracts/api/templates';
import type { SiteProfile } from '#domain/profiles';
import { demonstrationProfile, frenchPrintRoomProfile } from '#domain/site-profiles';
import type { PliApi } from '../demonstration/api-client.ts';
import { prepareDemonstration, type Demonstration } from '../demonstration/demonstration.ts';
import { runChecker } from '../demonstration/run-checker.ts';
import { sampleTemplate, type SampleName } from '../demonstration/sample-data.ts';
import type { Materials } from '../demonstration/sample-orders.ts';
import { startInstance, type Instance } from '../launcher/instance.ts';
import type { PartName } from '../launcher/part.ts';

/**
 * A print room that is open at all hours like the demonstration's, with lots of half an ordinary print room's size and a truck each thirty
 * seconds: a lot and a deposit cost some forty transitions whatever their size, and the demonstration's few seconds would make hundreds
 * of tiny ones.
 */
export const benchProfile: SiteProfile = {
  ...demonstrationProfile,
  lots: { ...frenchPrintRoomProfile.lots, maxPieces: 500, maxWaitSeconds: 30, minimumPieces: 1 },
  depositSlots: { kind: 'every', seconds: 30 },
  deadlines: { ...frenchPrintRoomProfile.deadlines },
};

/** Machines and post that take no time of their own, and look into their folders often. */
const tireless = { SIMULATOR_ACKNOWLEDGE_AFTER_MS: '0', SIMULATOR_POLL_MS: '50' };

/** A throw-away instance with its demonstration, without one letter yet. */
export interface Factory {
  readonly instance: Instance;
  readonly demonstration: Demonstration;
}

export interface FactoryOptions {
  readonly parts?: readonly PartName[];
  readonly profile?: SiteProfile;
  readonly environment?: Readonly<Record<string, string>>;
}

const allParts = ['postgres', 'valkey', 'temporal', 'simulator', 'api', 'worker'] as const;

/** Runs `work` in a factory of its own; afterwards the checker must find nothing, or the figures would count for nothing. */
export async function inFactory<T>(
  { parts = allParts, profile = benchProfile, environment = {} }: FactoryOptions,
  work: (factory: Factory) => Promise<T>,
): Promise<T> {
  const instance = await startInstance({
    name: 'bench',
    throwAway: true,
    parts,
    environment: { ...tireless, ...environment },
  });
  let keep = false;
  try {
    const demonstration = await prepareDemonstration(instance, profile);
    const result = await work({ instance, demonstration });
    await mustBeClean(instance);
    return result;
  } catch (error) {
    keep = process.env.BENCH_KEEP !== undefined;
    if (keep) console.error(`The instance is left in ${instance.folder}.`);
    throw error;
  } finally {
    await instance.stop({ keep });
  }
}

async function mustBeClean(instance: Instance): Promise<void> {
  const { lost, duplicated, unexpected, stuck, mismatched, findings } = await runChecker(instance);
  const counts = { lost, duplicated, unexpected, stuck, mismatched };
  if (Object.values(counts).some((count) => count > 0))
    throw new Error(
      `The checker found something, so the figures count for nothing: ${JSON.stringify(counts)} ${JSON.stringify(findings.slice(0, 5))}`,
    );
}

/** Puts a sample template into an account, as a draft: that is enough in test mode, and needs no worker. */
export function sampleMaterials(api: PliApi, name: SampleName): Promise<Materials> {
  return templateOf(api, name, sampleTemplate(name)).then((id) => ({ templates: { [name]: id } }));
}

/** Stores a template's first version; answers the version's id. */
export async function templateOf(
  api: PliApi,
  name: string,
  { html, schema, data }: { html: string; schema: object; data: object },
): Promise<string> {
  const { id } = await api.post<TemplateView>('/v1/templates', { name }, `bench-${name}`);
  const version = { html, dataSchema: schema, sampleData: data };
  return (await api.post<TemplateVersionView>(`/v1/templates/${id}/versions`, version, `bench-${name}-1`)).id;
}
