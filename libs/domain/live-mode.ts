import { MailError } from './mail-error.ts';
import type { Mode } from './marks.ts';

/** A machine or carrier of a site, as far as its mode is concerned. */
export interface DeviceOfMode {
  name: string;
  simulated: boolean;
}
/** What examines uploads before they reach paper: without one no live site starts. */
export interface VirusScanner {
  name: string;
  /** Whether it answered when it was last asked. */
  answers: boolean;
}

/**
 * What keeps a site from starting in its mode; empty when nothing does. A live site works on real machines only and examines what
 * it takes in; a test site drives nothing that could put paper or money into the world. Source: the house rule on modes.
 */
export function startFaults(
  site: { mode: Mode },
  devices: readonly DeviceOfMode[],
  scanner: VirusScanner | undefined,
): string[] {
  const foreign = devices.filter((device) => device.simulated !== (site.mode === 'test'));
  const faults = foreign.map((device) =>
    site.mode === 'live' ? `device "${device.name}" is simulated` : `device "${device.name}" is a real one`,
  );
  if (site.mode === 'live' && scanner === undefined) faults.push('there is no virus scanner');
  if (site.mode === 'live' && scanner?.answers === false)
    faults.push(`the virus scanner "${scanner.name}" does not answer`);
  return faults;
}

/**
 * Refuses to start a site whose devices or scanner do not suit its mode; called for each site before its processes run.
 * @throws MailError `live_site_not_ready` | `test_site_with_real_device` (never): the text names every fault
 */
export function refuseLiveStart(
  site: { code: string; mode: Mode },
  devices: readonly DeviceOfMode[],
  scanner: VirusScanner | undefined,
): void {
  const faults = startFaults(site, devices, scanner);
  if (faults.length === 0) return;
  if (site.mode === 'test')
    throw new MailError(
      'test_site_with_real_device',
      `Test site ${site.code} does not start: ${faults.join('; ')}. Use simulated devices, or make a live site.`,
    );
  throw new MailError(
    'live_site_not_ready',
    `Live site ${site.code} does not start: ${faults.join('; ')}. Mend each of these, or make a test site.`,
  );
}
