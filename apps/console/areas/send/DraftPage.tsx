import { Button, Group, Paper } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconMailOff, IconTrash } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { http, queries } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Problem } from '../../api/problem.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Page } from '../../components/Page.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDraftQuery } from './draft-query.ts';
import { DraftProvider, useDraft } from './draft-state.tsx';
import classes from './DraftPage.module.css';
import { SavedSign } from './SavedSign.tsx';
import { StepHow } from './how/StepHow.tsx';
import { StepLook } from './look/StepLook.tsx';
import { StepPrice } from './price/StepPrice.tsx';
import { isDone, isStep, steps, type Step } from './steps.ts';
import { StepTo } from './to/StepTo.tsx';
import { StepWhat } from './what/StepWhat.tsx';

const bodies = { what: StepWhat, to: StepTo, how: StepHow, look: StepLook, price: StepPrice } as const;

/** One sending on one page: a path that can be walked back. */
export function DraftPage() {
  const { t } = useTranslation('send');
  const { id = '', step } = useParams();
  const { data: draft, error, refetch } = useDraftQuery(id);
  if (error instanceof Problem && ['order_not_draft', 'not_found'].includes(error.code))
    return (
      <Page title={t('draftTitle')} back={{ to: '/send', name: t('back') }}>
        <Nothing icon={IconMailOff} title={t('gone')} text={t('goneText')}>
          {error.code === 'order_not_draft' && (
            <Button component={Link} to={`/orders/${id}`} variant="default">
              {t('seeOrder')}
            </Button>
          )}
        </Nothing>
      </Page>
    );
  if (draft === undefined) return error ? <ProblemNote error={error} retry={() => void refetch()} /> : <Waiting />;
  const left = draft.preparation?.step;
  if (!isStep(step)) return <Navigate to={`/send/${id}/${left ?? 'what'}`} replace />;
  return (
    <DraftProvider key={id} draft={draft}>
      <Path step={step} />
    </DraftProvider>
  );
}

function Path({ step }: { step: Step }) {
  const { t } = useTranslation('send');
  const { id, flush, prepare, preparation } = useDraft();
  const navigate = useNavigate();
  const [refused, setRefused] = useState<{ at: Step; error: unknown }>();
  const [isGoing, setGoing] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const Body = bodies[step];
  const at = steps.indexOf(step);
  const next = steps[at + 1];
  const before = steps[at - 1];

  const arrive = useEffectEvent((now: Step) => {
    if (preparation.step !== now) prepare({ step: now });
  });
  // Only where the path was walked: typing must not take the focus.
  useEffect(() => arrive(step), [step]);

  const go = async (to: Step) => {
    setGoing(true);
    setRefused(undefined);
    try {
      await flush();
      await navigate(`/send/${id}/${to}`);
      body.current?.focus();
    } catch (error) {
      setRefused({ at: step, error });
    } finally {
      setGoing(false);
    }
  };

  return (
    <Page
      title={t('draftTitle')}
      back={{ to: '/send', name: t('back') }}
      badge={<SavedSign />}
      actions={
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => setDeleting(true)}
        >
          {t('delete')}
        </Button>
      }
    >
      <Steps at={step} go={(to) => void go(to)} />
      <Paper className={classes.body ?? ''} ref={body} tabIndex={-1} component="section" aria-label={t(`step.${step}`)}>
        <Body />
        {refused?.at === step && <ProblemNote error={refused.error} />}
        <Group justify="space-between" mt="xl" className={classes.foot ?? ''}>
          {before ? (
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={() => void go(before)}
            >
              {t('previous')}
            </Button>
          ) : (
            <span />
          )}
          {next && (
            <Button
              rightSection={<IconArrowRight size={16} aria-hidden />}
              loading={isGoing}
              onClick={() => void go(next)}
            >
              {t('next')}
            </Button>
          )}
        </Group>
      </Paper>
      {isDeleting && (
        <ActionDialog
          title={t('delete')}
          effect={t('deleteEffect')}
          confirm={t('deleteConfirm')}
          danger
          run={() => http.DELETE('/v1/orders/{id}', { params: { path: { id } } })}
          onDone={() => {
            void queries.invalidateQueries();
            void navigate('/send');
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </Page>
  );
}

function Steps({ at, go }: { at: Step; go: (to: Step) => void }) {
  const { t } = useTranslation('send');
  const state = useDraft();
  return (
    <nav aria-label={t('steps')}>
      <ol className={classes.steps}>
        {steps.map((step, i) => {
          const done = isDone(step, state);
          return (
            <li key={step}>
              <button
                type="button"
                className={classes.step}
                aria-current={step === at ? 'step' : undefined}
                data-done={done || undefined}
                onClick={() => step !== at && go(step)}
              >
                <span className={classes.number} aria-hidden>
                  {done && step !== at ? '✓' : i + 1}
                </span>
                <span>
                  {t(`step.${step}`)}
                  {done && <span className={classes.unseen}>, {t('stepDone')}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
