import { z } from 'zod';
import { displayName, idOf, moment, pageOf } from './shapes.ts';

const carrierSettings = z
  .strictObject({
    trackingUrl: z.url().optional().describe('Base of the tracking service (Suivi v2)'),
    contracts: z
      .array(z.string().max(40))
      .optional()
      .describe('Carrier contracts that go to this carrier; all when left out'),
    trackingKey: z.string().max(200).optional().describe('Its key; never shown again'),
  })
  .meta({ id: 'CarrierSettings' })
  .prefault({});
const common = {
  siteId: idOf('site'),
  name: displayName,
  simulated: z.boolean().describe('A test site drives simulated devices only, a live site none'),
};

export const newDevice = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('printer'),
      ...common,
      address: z.string().regex(/^ipps?:\/\/\S+$/, 'An IPP address, ipp://…'),
    }),
    z.strictObject({
      kind: z.literal('inserter'),
      ...common,
      address: z.string().min(1).max(500).describe('Its hot folder'),
    }),
    z.strictObject({
      kind: z.literal('carrier'),
      ...common,
      address: z.string().min(1).max(500).describe('Folder of its manifests'),
      settings: carrierSettings,
    }),
  ])
  .meta({ id: 'NewDevice' });
export type NewDevice = z.output<typeof newDevice>;

export const device = z
  .object({
    id: idOf('device'),
    siteId: idOf('site'),
    kind: z.enum(['printer', 'inserter', 'carrier']),
    name: z.string(),
    address: z.string(),
    simulated: z.boolean(),
    createdAt: moment,
    retiredAt: moment.nullable(),
    settings: z
      .object({
        trackingUrl: z.string().nullable(),
        contracts: z.array(z.string()).nullable(),
        hasTrackingKey: z.boolean(),
      })
      .nullable()
      .describe('Of a carrier; its key is never shown'),
  })
  .meta({ id: 'Device' });
export type Device = z.output<typeof device>;
export const devicePage = pageOf(device);
