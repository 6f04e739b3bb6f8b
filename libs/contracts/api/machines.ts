import { z } from 'zod';
import { whole } from './floor.ts';
import { idOf, moment } from './shapes.ts';

export const machineState = z.enum(['ready', 'busy', 'trouble', 'silent', 'not_asked']);
export const machineQuery = z.strictObject({ state: machineState.optional() });
export type MachineQuery = z.output<typeof machineQuery>;

/** A machine or carrier as it was when it was last asked. */
export const machine = z
  .object({
    id: idOf('device'),
    kind: z.enum(['printer', 'inserter', 'carrier']),
    name: z.string(),
    simulated: z.boolean(),
    state: machineState.describe('silent: it gives no answer; not_asked: nobody has asked it so far'),
    since: moment.nullable(),
    askedAt: moment.nullable(),
    heardAt: moment.nullable().describe('Its last answer'),
    reasons: z.array(z.string()).describe('What troubles it, in its own codes (IPP printer-state-reasons)'),
    lot: z
      .object({ id: z.string(), number: whole, sheets: whole, pieces: whole })
      .nullable()
      .describe('What it is making'),
    progress: whole.nullable().describe('Envelopes that it has told of so far'),
    lastWordAt: moment.nullable().describe('The last thing that it told of lots or deposits'),
  })
  .meta({ id: 'Machine' });
export type MachineView = z.output<typeof machine>;
export const machines = z.object({ rows: z.array(machine) }).meta({ id: 'Machines' });
