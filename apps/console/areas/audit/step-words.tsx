import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Moment } from '../../components/measures.tsx';
import type { Happening } from '../../components/Timeline.tsx';
import { useEventWords } from './event-words.ts';

type Step = Schemas['RunHistory']['steps'][number];
type ActivityStep = Extract<Step, { kind: 'activity' }>;
type Words = TFunction<['audit', 'states']>;

/** The steps of a process, each as a line of a timeline. */
export function useStepWords(): (steps: readonly Step[], process: string) => Happening[] {
  const { t } = useTranslation(['audit', 'states']);
  const { step: activityName } = useEventWords();
  return (steps, process) =>
    steps.map((step) => ({ key: String(step.event), at: step.at, ...told(step, process, t, activityName) }));
}

function told(
  step: Step,
  process: string,
  t: Words,
  activityName: (name: string) => string,
): Pick<Happening, 'words' | 'detail' | 'tone'> {
  switch (step.kind) {
    case 'begin':
      return {
        words: step.continues === null ? t('step.begin', { name: process }) : t('step.continues'),
        detail: <Given name={t('step.input')} value={step.input} />,
      };
    case 'activity':
      return activity(step, activityName(step.name), t);
    case 'timer': {
      const words = { open: t('step.timerOpen'), done: t('step.timerDone'), cancelled: t('step.timerCancelled') };
      return {
        words: words[step.outcome],
        detail: (
          <>
            {step.summary !== null && `${step.summary} · `}
            {t('step.due')} : <Moment at={step.dueAt} />
          </>
        ),
        tone: step.outcome === 'done' ? 'warn' : 'quiet',
      };
    }
    case 'signal':
      return {
        words: step.name === 'nudge' ? t('step.signal') : t('step.signalOther', { name: step.name }),
        tone: 'quiet',
      };
    case 'stands':
      return {
        words:
          step.state === null ? t('step.standsOnly') : t('step.stands', { state: step.state.replaceAll('_', ' ') }),
        detail: (
          <>
            {step.dueAt !== null && (
              <>
                {t('step.due')} : <Moment at={step.dueAt} />{' '}
              </>
            )}
            {step.needsOperator === true && t('step.needsOperator')}
          </>
        ),
        tone: step.needsOperator === true ? 'warn' : 'busy',
      };
    case 'patch':
      return { words: t('step.patch', { name: step.name }), tone: 'quiet' };
    case 'end':
      return {
        words: t(`step.end.${step.outcome}`, { failure: step.failure ?? '' }),
        detail: step.next ?? undefined,
        tone: step.outcome === 'done' || step.outcome === 'continued' ? 'good' : 'bad',
      };
    case 'other':
      return { words: t('step.other', { name: step.name }), tone: 'quiet' };
  }
}

function activity(step: ActivityStep, what: string, t: Words): Pick<Happening, 'words' | 'detail' | 'tone'> {
  const failure = step.failure ?? '';
  const words: Record<ActivityStep['outcome'], string> = {
    done: step.attempts > 1 ? t('step.doneAfter', { what, failure, count: step.attempts }) : t('step.done', { what }),
    open: t('step.open', { what }),
    failed: t('step.failed', { what, failure }),
    timed_out: t('step.timed_out', { what, failure }),
    cancelled: t('step.cancelled', { what }),
  };
  const tone =
    step.outcome === 'done' ? (step.attempts > 1 ? 'warn' : 'good') : step.outcome === 'open' ? 'busy' : 'bad';
  return {
    words: words[step.outcome],
    detail: (
      <>
        {step.name} · {t('step.tries', { count: step.attempts })}
        {step.endedAt !== null && (
          <>
            {' → '}
            <Moment at={step.endedAt} />
          </>
        )}
        <Given name={t('step.result')} value={step.result} />
      </>
    ),
    tone,
  };
}

function Given({ name, value }: { name: string; value: unknown }): ReactNode {
  if (value === null || value === undefined) return null;
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      {name} : {JSON.stringify(value)}
    </div>
  );
}
