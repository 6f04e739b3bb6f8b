import { z } from 'zod';
import { networksOf, type Networks } from './networks.ts';

/** Networks that webhooks may reach besides the public internet, and over http:// too: CIDRs or addresses, by commas. None by default. */
export const allowedNetworks = z
  .string()
  .default('')
  .transform((text, check): Networks => {
    try {
      return networksOf(text);
    } catch {
      check.addIssue({ code: 'custom', message: 'a list of networks such as 10.1.0.0/16' });
      return z.NEVER;
    }
  });
