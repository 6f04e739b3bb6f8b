import type { ProofActivities } from '#activities/templates/proof-sample';
import type { ProofTemplateInput } from '#contracts/processes';
import { onCompose } from './activity-classes.ts';
import { describe } from './describe.ts';
import { oneStep } from './one-step.ts';

const { proofSample } = onCompose<ProofActivities>('Compose the sample and look at it');

/**
 * The proof of a template version: its sample is composed as a letter would be, then the version is approved or a draft again. A fault
 * that is not the template's waits for a person; past the deadline an operator is called and the work goes on.
 */
export async function proofTemplate(asked: ProofTemplateInput): Promise<void> {
  const shown = { title: 'Composing the sample', state: 'proofing', dueAt: new Date(asked.dueAt) };
  const { outcome, reason } = await oneStep(() => proofSample(asked), shown);
  describe(endings[outcome] + (reason === undefined ? '' : `: ${reason}`), { state: outcome, needsOperator: false });
}

const endings = {
  approved: 'Approved',
  not_approved: 'Not approved, a draft again',
  passed_over: 'Withdrawn, or settled before',
} as const;
