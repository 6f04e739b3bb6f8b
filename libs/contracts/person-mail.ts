import { z } from 'zod';

/** A mail to a person, or to an address that is to be confirmed, as it is sealed between whoever asks for it and the worker that sends it. */
export const personLetter = z.object({
  kind: z.enum(['invitation', 'recovery', 'changed', 'notice_address']),
  to: z.string(),
  name: z.string(),
  language: z.enum(['fr', 'en']),
  /** The account or print room that it is about; none for who recovers. */
  organisation: z.string().optional(),
  /** Where to go on. */
  link: z.string(),
  expiresAt: z.string().optional(),
  /** What was changed, when it tells of that. */
  change: z.enum(['password', 'authenticator', 'passkey', 'recovery_codes', 'recovered']).optional(),
});
export type PersonLetter = z.output<typeof personLetter>;
