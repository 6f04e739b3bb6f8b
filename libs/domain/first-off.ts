import type { LotState, PieceState } from './life-cycles.ts';

/** What a person looks at on the first closed envelope of a lot, and again after a change of stock or operator. (Trade rule of the floor.) */
export const firstOffChecks = ['window', 'fold', 'contents', 'weight', 'mark'] as const;
export type FirstOffCheck = (typeof firstOffChecks)[number];

const closedEnvelopes: readonly LotState[] = ['inserting', 'reconciling', 'closed'];
/** States of a copy whose envelope may lie before a person. One on the inserter counts as printed until the inserter has told of it. */
const inTheRoom: readonly PieceState[] = ['printed', 'inserted', 'trayed', 'suspect', 'diverted'];

/** Whether an envelope of that lot and copy can be looked at: the lot is on the inserter or behind it, the envelope has not left. */
export const canBeFirstOff = (lot: LotState, piece: PieceState): boolean =>
  closedEnvelopes.includes(lot) && inTheRoom.includes(piece);
