import { z } from 'zod';
import { displayName, idOf, mode, moment, pageOf } from './shapes.ts';

export const newSite = z
  .strictObject({
    code: z
      .string()
      .regex(/^[A-Z0-9]{4}$/, 'Four capitals or digits')
      .describe('Stands in every code on paper, for ever')
      .meta({ examples: ['PAR1'] }),
    name: displayName.describe('The print room'),
    mode: mode.describe('A test site drives simulated devices only'),
    timeZone: z
      .string()
      .refine((zone) => isTimeZone(zone), 'A time zone of the IANA list')
      .meta({ examples: ['Europe/Paris'] }),
  })
  .meta({ id: 'NewSite' });
export type NewSite = z.output<typeof newSite>;
export const siteChange = z
  .strictObject({ name: displayName.optional(), state: z.enum(['active', 'suspended']).optional() })
  .meta({ id: 'SiteChange' });

export const site = z
  .object({
    id: idOf('site'),
    code: z.string(),
    name: z.string(),
    mode,
    timeZone: z.string(),
    state: z.enum(['active', 'suspended']).describe('A suspended site takes no orders'),
    createdAt: moment,
  })
  .meta({ id: 'Site' });
export type Site = z.output<typeof site>;
export const sitePage = pageOf(site);

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
