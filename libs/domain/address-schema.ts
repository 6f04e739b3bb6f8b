import { z } from 'zod';
import { addressFaults } from './address.ts';
import { addressLimits } from './addresses/address-line.ts';
import { countriesByFields } from './addresses/countries.ts';

const field = z.string().trim().max(100);
/** Empty is absent. What comes out is said as well: a schema cannot be made of a transformation. */
const absentable = field
  .transform((text) => text || undefined)
  .pipe(z.string().max(100).optional())
  .optional();

/** The shape of a postal address, without the rules of printing: what a draft may hold. */
export const postalAddressShape = z
  .strictObject({
    kind: z
      .enum(['person', 'organisation'])
      .describe('A natural person, or an organisation: it decides the order of the lines'),
    organisation: absentable.describe("The organisation's name; line 1, in Belgium below the person"),
    name: absentable.describe("A person's title and name; in an organisation, the person or service"),
    deliveryPoint: absentable.describe('Flat, floor, stairs, letter box, c/o'),
    building: absentable.describe('Entrance, building, residence'),
    streetNumber: absentable.describe('With its BIS or TER; printed before the street in France, behind it elsewhere'),
    street: absentable.describe('Kind and name of the street, without its number'),
    box: absentable.describe('Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word'),
    locality: absentable.describe('Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality'),
    region: absentable.describe('Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain'),
    postcode: field
      .default('')
      .describe('As the country writes it, without the country\'s letters before it ("B-", "CH-", "L-")'),
    town: field.default(''),
    cedex: absentable.describe('France only: "CEDEX", or "CEDEX 08"'),
    lines: z
      .array(field.min(1))
      .min(1)
      .max(addressLimits.freeLines)
      .optional()
      .describe(
        `Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but ${countriesByFields.join(', ')}`,
      ),
    country: field
      .toUpperCase()
      .default('FR')
      .describe('ISO 3166, two letters; FR with its overseas departments and collectivities'),
  })
  .describe(
    'A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French',
  );

/** An address that can be printed: each fault is an issue on its field, with how to mend it and its code in `params`. */
export const postalAddressSchema = postalAddressShape
  .superRefine((address, context) => {
    for (const { code, field: at, line, text } of addressFaults(address))
      context.addIssue({ code: 'custom', path: [at], message: text, params: { code, line } });
  })
  .meta({ id: 'PostalAddress' });
