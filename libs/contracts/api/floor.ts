import { z } from 'zod';
import {
  depositStates,
  lotStates,
  pieceStates,
  trayStates,
  type DepositState,
  type LotState,
  type PieceState,
  type TrayState,
} from '#domain/life-cycles';
import { standings } from '#domain/punctuality';
import { waiting } from './letters.ts';
import { code, moment } from './shapes.ts';

const keysOf = <K extends string>(states: Record<K, unknown>) => z.enum(Object.keys(states) as [K, ...K[]]);
export const lotState = keysOf<LotState>(lotStates);
export const pieceState = keysOf<PieceState>(pieceStates);
export const trayState = keysOf<TrayState>(trayStates);
export const depositState = keysOf<DepositState>(depositStates);

/** Why a person does something: a code for the ledger, and words that can be erased. */
export const because = {
  reason: code
    .describe('Code of the reason; the ledger keeps it')
    .meta({ examples: ['window_checked', 'torn', 'operator_release'] }),
  text: z.string().trim().max(1000).optional().describe('In words; kept apart, erasable'),
};
export const becauseOnly = z.strictObject(because).meta({ id: 'Because' });
export type Because = z.output<typeof becauseOnly>;

/** Since when and until when something is in its state, and what it waits for. */
export const waits = { since: moment, until: moment.nullable(), waiting: waiting.nullable() };

export const whole = z.number().int();

/** How something stands against its time: late, at risk (the time of its step has begun), or on time. */
export const standing = z
  .enum(standings)
  .describe(
    'late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun',
  );
