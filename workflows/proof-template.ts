import { condition } from '@temporalio/workflow';
import type { ProofActivities } from '#activities/templates/proof-sample';
import type { ProofTemplateInput } from '#contracts/processes';
import { onCompose } from './activity-classes.ts';
import { describe } from './describe.ts';
import { untilMended, type Trouble } from './until-mended.ts';

const { proofSample } = onCompose<ProofActivities>('Compose the sample and look at it');

/**
 * The proof of a template version: its sample is composed as a letter would be, then the version is approved or a draft again. A fault
 * that is not the template's waits for a person; past the deadline an operator is called and the work goes on.
 */
export async function proofTemplate(asked: ProofTemplateInput): Promise<void> {
  const trouble: Trouble = { late: false, code: undefined };
  const dueAt = new Date(asked.dueAt);
  const tell = () => {
    const told = ['Composing the sample'];
    if (trouble.code !== undefined) told.push(`a person must mend: ${trouble.code}`);
    if (trouble.late) told.push('late');
    const needsOperator = trouble.late || trouble.code !== undefined;
    describe(told.join('; '), { state: 'proofing', dueAt, needsOperator });
  };
  let done = false;
  const watch = condition(() => done, Math.max(1, dueAt.getTime() - Date.now())).then((inTime) => {
    trouble.late = !inTime;
    if (trouble.late) tell();
  });
  tell();
  const { outcome, reason } = await untilMended(() => proofSample(asked), trouble, tell);
  done = true;
  await watch;
  describe(endings[outcome] + (reason === undefined ? '' : `: ${reason}`), { state: outcome, needsOperator: false });
}

const endings = {
  approved: 'Approved',
  not_approved: 'Not approved, a draft again',
  passed_over: 'Withdrawn, or settled before',
} as const;
