import type { Call } from '../http/caller.ts';

/** The site that an operator's key acts for. */
export function siteOf({ caller }: Call): string {
  if (caller.site === undefined) throw new Error('not an operator');
  return caller.site;
}
