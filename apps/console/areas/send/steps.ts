import type { Draft, Preparation } from './draft-state.tsx';

export const steps = ['what', 'to', 'how', 'look', 'price'] as const;
export type Step = (typeof steps)[number];
export const isStep = (text: string | undefined): text is Step => steps.some((step) => step === text);

/** Whether a step has all it needs. */
export function isDone(step: Step, { draft, preparation }: { draft: Draft; preparation: Preparation }): boolean {
  const { content } = preparation;
  const hasContent =
    (content?.kind === 'document' && content.documentId !== undefined) ||
    (content?.kind === 'template' && content.templateVersionId !== undefined) ||
    draft.order.letterCount > 1;
  if (step === 'what') return hasContent && !draft.lacks.includes('document_to_accept');
  if (step === 'to') return draft.order.letterCount > 0 && !draft.lacks.includes('import_to_finish');
  if (step === 'how') return draft.order.letterCount > 0 && !draft.lacks.includes('sender');
  return false;
}
