import type { PreviewActivities } from '#activities/preview/make-preview';
import type { PreviewInput } from '#contracts/processes';
import { onComposeSoon } from './activity-classes.ts';
import { describe } from './describe.ts';
import { oneStep } from './one-step.ts';

const { makePreview } = onComposeSoon<PreviewActivities>('Compose the letter and judge it');

/**
 * A letter made to be looked at before it is ordered. A fault that is not the letter's waits for a person, and the preview says so; past the
 * deadline an operator is called, and the work goes on until the preview's time is over.
 */
export async function preview(asked: PreviewInput): Promise<void> {
  const shown = { title: 'Composing the letter', state: 'making', dueAt: new Date(asked.dueAt) };
  const { outcome, reason } = await oneStep(() => makePreview(asked), shown);
  describe(endings[outcome] + (reason === undefined ? '' : `: ${reason}`), { state: outcome, needsOperator: false });
}

const endings = {
  ready: 'Ready to be looked at',
  refused: 'The letter cannot be made as it is',
  passed_over: 'Erased, or settled before',
} as const;
