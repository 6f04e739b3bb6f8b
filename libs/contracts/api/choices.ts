import { z } from 'zod';
import { postalAddressShape } from '#domain/address-schema';
import { cancellationTerms } from '#domain/cancellation';
import { destinationZones } from '#domain/destinations';
import { envelopeFormats } from '#domain/geometry';
import { serviceNames } from '#domain/services';
import { idOf, mode, moment } from './shapes.ts';

/** What a sender may choose from at a print room: by its contract, by what the carrier serves today, and by what is in stock. */
export const siteChoices = z.object({
  id: idOf('site'),
  name: z.string(),
  services: z.array(
    z.object({
      name: z.enum(serviceNames),
      maxMassG: z.number().int(),
      senderCompulsory: z.boolean(),
      tracked: z.boolean(),
      destinations: z
        .array(z.object({ zone: z.enum(destinationZones), promiseDays: z.number().int() }))
        .describe('Where it goes, and the carrier’s promise: J + so many days'),
    }),
  ),
  envelopes: z.array(z.object({ format: z.enum(envelopeFormats), maxSheets: z.number().int() })),
  nextDeposit: z
    .object({ day: z.string().describe('J'), leavesAt: moment })
    .describe('What is ordered now goes with it'),
  today: z.string().describe('The day at the print room'),
  cancellation: z.enum(cancellationTerms),
});

export const choices = z
  .object({
    mode,
    sites: z.array(siteChoices),
    senders: z.array(postalAddressShape).describe('Senders of your letters of late, the last one first'),
    costCentres: z.array(z.string()).describe('Cost centres of your orders of late'),
  })
  .meta({ id: 'Choices' });
export type Choices = z.output<typeof choices>;
