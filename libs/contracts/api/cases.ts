import { z } from 'zod';
import { caseKinds, caseOutcomes } from '#domain/cases';
import { because, pieceState, standing, whole } from './floor.ts';
import { givenMoment, idOf, mode, moment, pageOf, pageQuery } from './shapes.ts';

const caseState = z.enum(['open', 'closed']);
export const caseQuery = pageQuery.extend({
  state: caseState.optional(),
  depositId: idOf('deposit').optional(),
  kind: z.enum(caseKinds).optional(),
  standing: standing.optional(),
});
export type CaseQuery = z.output<typeof caseQuery>;

/** What the carrier's word on a deposit and our slip do not agree about. */
export const siteCase = z
  .object({
    id: idOf('case'),
    mode,
    kind: z.enum(caseKinds),
    depositId: idOf('deposit'),
    depositNumber: whole,
    pieceId: z.string().nullable().describe('The piece it is about; of an undeclared item, ours that bears its code'),
    pieceState: pieceState.nullable(),
    windowCode: z.string().nullable().describe('Null for a count, and when the carrier could not read it'),
    tray: whole.nullable().describe('Number of the tray in which the item was'),
    product: z.string().nullable(),
    band: whole.nullable().describe('Grams; 0 is a band that is none of ours'),
    difference: whole.nullable().describe('Of a count: found less declared, after what the items explain'),
    ofCase: idOf('case').nullable().describe('The count that this missing piece explains'),
    state: caseState,
    sentence: z.string().nullable().describe('What it asks of a person while it is open'),
    decisions: z.array(z.enum(caseOutcomes)).describe('How a person may close it'),
    reason: z.string().nullable().describe("The carrier's for what it refused; then why a person closed it"),
    until: moment.nullable(),
    outcome: z.enum(caseOutcomes).nullable(),
    createdAt: moment,
    closedAt: moment.nullable(),
  })
  .meta({ id: 'DepositCase' });
export type CaseView = z.output<typeof siteCase>;
export const casePage = pageOf(siteCase);

/** How a person closes a case. */
export const caseDecision = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('lost').describe('Missing: nobody found it; its letter is lost'), ...because }),
    z.strictObject({
      outcome: z.literal('found_by_carrier').describe('Missing: the carrier has it after all'),
      foundAt: givenMoment.optional().describe("The carrier's date and hour of the find; now unless told"),
      ...because,
    }),
    z.strictObject({
      outcome: z.literal('named_missing').describe('A count: this piece is what it lacks; it is missing from now on'),
      pieceId: z.string().regex(/^let_[0-9a-z]{26}\.[1-9][0-9]{0,3}$/, 'A letter’s id, a dot and the copy number'),
      ...because,
    }),
    z.strictObject({
      outcome: z.literal('explained').describe('A count or an undeclared item: why it differs'),
      ...because,
    }),
  ])
  .meta({ id: 'CaseDecision' });
export type CaseDecisionBody = z.output<typeof caseDecision>;
