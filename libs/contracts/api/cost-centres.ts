import { z } from 'zod';
import { costCentreRules } from '#domain/cost-centres';
import { idOf, moment } from './shapes.ts';

/** As orders name it. */
const code = z.string().trim().min(1).max(60).describe('As orders name it; it stays for ever');
const label = z.string().trim().min(1).max(100).describe('For people');

export const newCostCentre = z.strictObject({ code, label }).meta({ id: 'NewCostCentre' });
export type NewCostCentre = z.output<typeof newCostCentre>;

export const costCentreChange = z
  .strictObject({
    label: label.optional(),
    state: z.enum(['active', 'retired']).optional().describe('New orders may name an active one only'),
  })
  .meta({ id: 'CostCentreChange' });
export type CostCentreChange = z.output<typeof costCentreChange>;

export const costCentre = z
  .object({
    id: idOf('cost_centre'),
    code: z.string(),
    label: z.string(),
    state: z.enum(['active', 'retired']),
    createdAt: moment,
  })
  .meta({ id: 'CostCentre' });
export type CostCentre = z.output<typeof costCentre>;
export const costCentreList = z.object({ rows: z.array(costCentre) });

export const accountSettings = z
  .strictObject({
    costCentres: z
      .enum(costCentreRules)
      .describe(
        'free: an order may name any text, or none; listed: none, or an active one of the list; required: an active one of the list',
      ),
  })
  .meta({ id: 'AccountSettings' });
export type AccountSettings = z.output<typeof accountSettings>;
