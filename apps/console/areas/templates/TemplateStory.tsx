import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Timeline, type Happening } from '../../components/Timeline.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useActorWords } from '../../components/actor-words.ts';

type Change = Schemas['TemplateChange'];

/** Who changed what of a template, from its first version to now: as the ledger tells. */
export function TemplateStory({ templateId }: { templateId: string }) {
  const { t } = useTranslation('templates');
  const who = useActorWords();
  const words = useChangeWords();
  const { data, error } = api.useQuery('get', '/v1/templates/{id}/history', { params: { path: { id: templateId } } });
  if (error) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const story = [...data.rows].reverse().map((change, i): Happening => ({
    key: String(i),
    at: change.at,
    words: words(change),
    detail: t('by', { who: who(change.actor, change.name) }),
    tone: change.state === 'approved' ? 'good' : change.event.endsWith('not_approved') ? 'warn' : 'calm',
  }));
  return <Timeline of={story} label={t('history')} />;
}

function useChangeWords(): (change: Change) => string {
  const { t } = useTranslation('templates');
  return ({ event, version: number, pages }) => {
    const version = number ?? 0;
    const [, what = ''] = event.split('.');
    if (what === 'approved') return t('event.approved', { version, count: pages ?? 1 });
    return isKnown(what) ? t(`event.${what}`, { version }) : t('event.other', { version, event });
  };
}

const known = ['created', 'added', 'proof_asked', 'not_approved', 'withdrawn'] as const;
const isKnown = (what: string): what is (typeof known)[number] => (known as readonly string[]).includes(what);
