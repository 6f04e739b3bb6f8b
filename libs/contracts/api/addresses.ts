import { z } from 'zod';
import { postalAddressShape } from '#domain/address-schema';

/** Each part may become a field, and no field holds more. */
const hasShortParts = (line: string) => line.split(',').every((part) => part.trim().length <= 100);

/** An address by its fields, or in the free lines in which somebody wrote it. */
export const addressToCheck = z
  .union([
    z.strictObject({ address: postalAddressShape }).meta({ id: 'AddressInFields' }),
    z
      .strictObject({
        lines: z
          .array(z.string().max(300).refine(hasShortParts, 'At most 100 characters between two commas'))
          .min(1)
          .max(12)
          .describe('As a person wrote them, one to twelve; one line with commas is understood too'),
        country: z
          .string()
          .trim()
          .max(60)
          .optional()
          .describe('Where it lies unless the lines say it: ISO 3166 or a name; France when left out'),
      })
      .meta({ id: 'AddressInLines' }),
  ])
  .meta({ id: 'AddressToCheck' });
export type AddressToCheck = z.output<typeof addressToCheck>;

/** What can be said of an address without asking anybody. Nothing is stored, and nothing is changed. */
export const addressCheck = z
  .object({
    address: postalAddressShape.describe('As it was given, or as the lines were understood'),
    lines: z.array(z.string()).describe('As they would be printed, faults and all'),
    unsure: z
      .array(z.object({ field: z.string(), why: z.string() }))
      .describe('What may be otherwise and cannot be known from the address alone'),
    suggestions: z
      .array(
        z.object({
          code: z.string().describe('Those of one code belong together'),
          field: z.string(),
          value: z.string().describe('What the field would be; empty: left out'),
          why: z.string(),
        }),
      )
      .describe('Corrections for you to make: Pli never makes one by itself'),
    faults: z
      .array(
        z.object({
          code: z.string(),
          field: z.string(),
          line: z.number().int().nullable().describe('The printed line, from 1, when it is in one'),
          detail: z.string().describe('What is wrong and how to mend it'),
        }),
      )
      .describe('What keeps it from being printed; empty when it can be'),
  })
  .meta({ id: 'AddressCheck' });
export type AddressCheckView = z.output<typeof addressCheck>;
