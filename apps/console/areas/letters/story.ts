import { useTranslation } from 'react-i18next';
import { letterStates, orderStates } from '#domain/life-cycles';
import { useReasonWords } from '../../components/reason-words.ts';
import type { Tone } from '../../components/Sign.tsx';
import type { Happening } from '../../components/Timeline.tsx';

/** An entry of a letter's timeline, as the API tells it. */
interface Told {
  readonly at: string;
  readonly event: string;
  readonly about: string;
  readonly state: string | null;
  readonly words: string;
  readonly reason: string | null;
}

const tones: Readonly<Record<string, Tone>> = {
  'letter.delivered': 'good',
  'letter.accepted_by_carrier': 'good',
  'letter.no_return_seen': 'good',
  'letter.handed_over': 'busy',
  'letter.in_production': 'busy',
  'letter.copy_spoiled': 'warn',
  'letter.next_copy': 'warn',
  'letter.missing_at_deposit': 'bad',
  'letter.refused_at_deposit': 'warn',
  'letter.returned': 'warn',
  'letter.lost': 'bad',
  'letter.refused': 'bad',
  'letter.unprintable': 'bad',
};

/** Where our words of an entry stand: by its event, else by the state it led to. */
function keysOf({ event, about, state }: Told): string[] {
  const own = event.split('.')[1] ?? '';
  if (about !== 'letter' && about !== 'order') return [`floor.${about}_${own}`];
  const isState = state !== null && state in (about === 'letter' ? letterStates : orderStates);
  return [`event.${own}`, ...(isState ? [`${about}.${state}`] : [])];
}

/** The story in the reader's language: English is what the API speaks, and it knows more of the case than our words do. */
export function useStory<Entry extends Told>(timeline: readonly Entry[]): (Happening & { readonly of: Entry })[] {
  const { t, i18n } = useTranslation('story');
  const reason = useReasonWords();
  return timeline.map((entry, i) => {
    const known = i18n.language === 'en' ? undefined : keysOf(entry).find((key) => i18n.exists(`story:${key}`));
    return {
      key: `${i} ${entry.at}`,
      at: entry.at,
      words: known === undefined ? entry.words : t(known as 'letter.draft'),
      ...(known !== undefined && entry.reason !== null && { detail: t('reason', { reason: reason(entry.reason) }) }),
      tone: tones[entry.event] ?? 'calm',
      of: entry,
    };
  });
}
