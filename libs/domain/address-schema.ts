import { z } from 'zod';
import { addressFaults } from './address.ts';

const field = z.string().trim().max(100);
const absentable = field.transform((text) => text || undefined).optional();

/** The shape of a postal address, without the rules of printing: what a draft may hold. */
export const postalAddressShape = z
  .strictObject({
    kind: z
      .enum(['person', 'organisation'])
      .describe('A natural person, or an organisation: it decides the order of the lines'),
    organisation: absentable.describe("The organisation's name, line 1"),
    name: absentable.describe("A person's title and name; in an organisation, the person or service"),
    deliveryPoint: absentable.describe('Flat, floor, stairs, letter box'),
    building: absentable.describe('Entrance, building, residence'),
    streetNumber: absentable.describe('With its BIS or TER'),
    street: absentable.describe('Kind and name of the street'),
    locality: absentable.describe('Hamlet, BP, CS, poste restante'),
    postcode: field.describe('Five digits'),
    town: field,
    cedex: absentable.describe('"CEDEX", or "CEDEX 08"'),
    country: field.toUpperCase().default('FR').describe('ISO 3166, two letters; only FR is executed yet'),
  })
  .describe('A postal address by fields; its lines are derived by NF Z 10-011');

/** An address that can be printed: each fault is an issue on its field, with how to mend it and its code in `params`. */
export const postalAddressSchema = postalAddressShape.superRefine((address, context) => {
  for (const { code, field: at, line, text } of addressFaults(address))
    context.addIssue({ code: 'custom', path: [at], message: text, params: { code, line } });
});
