import { z } from 'zod';
import { isLocalDate } from '#domain/local-date';
import { idPrefixes, type IdKind } from '../ids.ts';

/** The id of a thing of that kind, `let_01jd…`. */
export const idOf = (kind: IdKind) =>
  z
    .string()
    .regex(
      new RegExp(`^${idPrefixes[kind]}_[0-9a-hjkmnp-tv-z]{26}$`),
      `An id of this kind: ${idPrefixes[kind]}_ and 26 letters or digits`,
    )
    .meta({ examples: [`${idPrefixes[kind]}_06jd2m8v7k3q9x1z5c4b0n6t2w`] });

/** A moment, ISO 8601 in UTC with milliseconds. */
export const moment = z.iso.datetime().meta({ examples: ['2027-03-28T09:30:00.000Z'] });
/** A moment given by a caller; any offset is understood. */
export const givenMoment = z.iso.datetime({ offset: true });

export const mode = z.enum(['test', 'live']).describe('Fixed for ever on keys, orders, sites; nothing mixes modes');

/** A day of a calendar, 2027-03-28. */
export const day = z
  .string()
  .refine(isLocalDate, 'A day that exists, written 2027-03-28')
  .meta({ format: 'date', examples: ['2027-03-28'] });

/** A flag of a query. */
export const yesNo = z.enum(['true', 'false']);

/** A name for people. It is shown on screens, never in the ledger. */
export const displayName = z.string().trim().min(1).max(100);

/** A code that people and machines share: stable, without personal data. */
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'Lower-case letters, digits, - and _; at most 40')
  .describe('A stable code');

/** Where a page begins: the id of the last row of the page before, a piece's with its copy. */
export const cursor = z
  .string()
  .regex(/^[a-z]{3}_[0-9a-z]{26}(\.[1-9][0-9]{0,3})?$/, '`next` of the page before, which is an id')
  .describe('`next` of the page before');

/** Asks for one page of a list: rows in the order they were made, after the cursor of the page before. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows of the page'),
  after: cursor.optional(),
});
export type PageQuery = z.output<typeof pageQuery>;

/** Which rows come first; ids grow with time. */
export const sort = z.enum(['oldest', 'newest']).default('oldest').describe('Which rows come first');
export type Sort = z.output<typeof sort>;

/** Asks for one page of what belongs to print rooms. */
export const sitePageQuery = pageQuery.extend({ siteId: idOf('site').optional() });
export type SitePageQuery = z.output<typeof sitePageQuery>;

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    next: z.string().nullable().describe('Give it as `after` for the next page; null at the end'),
  });

/** Cuts a page from rows of which one more than asked was read. */
export function pageFrom<Row extends { id: string }>(read: Row[], limit: number): { rows: Row[]; next: string | null } {
  const rows = read.slice(0, limit);
  return { rows, next: read.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/**
 * A mail address to which machines send: ASCII, a full domain whose labels neither begin nor end with a hyphen (RFC 1123, 2.1) nor have two in the
 * third and fourth place unless they are `xn--` (RFC 5891, 4.2.3.1), at most 254 characters (RFC 5321, 4.5.3.1). No quoted local parts:
 * nobody has one.
 */
export const mailAddress = z
  .email({
    pattern:
      /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]{0,63}[A-Za-z0-9_+-]@(?!(?:.*\.)?(?![Xx][Nn])[A-Za-z0-9]{2}--)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/,
  })
  .max(254)
  .meta({ examples: ['courrier@example.org'] });

/** A JSON object whose inside we do not prescribe. */
export const jsonObject = z.record(z.string(), z.unknown());

/** One day in dated data: from and until when a version holds. */
export const dated = { validFrom: moment, validTo: moment.nullable() };
