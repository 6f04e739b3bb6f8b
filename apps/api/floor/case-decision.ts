import type { CaseDecisionBody } from '#contracts/api/cases';
import type { CaseDecision } from '#database/production/decide-case';

type Decided = CaseDecisionBody extends infer Body
  ? Body extends unknown
    ? Omit<Body, 'reason' | 'text'>
    : never
  : never;

/** A decision as the rule takes it. */
export function decisionOf(body: Decided): CaseDecision {
  if (body.outcome !== 'found_by_carrier') return body;
  const { outcome, foundAt } = body;
  return { outcome, ...(foundAt !== undefined && { foundAt: new Date(foundAt) }) };
}
