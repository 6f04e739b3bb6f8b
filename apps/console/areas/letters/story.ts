import { useTranslation } from 'react-i18next';
import { letterStates, orderStates } from '#domain/life-cycles';
import type { Happening } from '../../components/Timeline.tsx';
import type { Tone } from '../../components/Sign.tsx';

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

/** The story in the reader's language: by event, else by the state it led to, else in the API's own words. */
export function useStory(timeline: readonly Told[]): Happening[] {
  const { t, i18n } = useTranslation('story');
  return timeline.map((entry, i) => {
    const own = `event.${entry.event.split('.')[1] ?? ''}`;
    const state = entry.state ?? '';
    const known =
      i18n.language === 'en'
        ? undefined
        : i18n.exists(`story:${own}`)
          ? own
          : entry.about === 'letter' && state in letterStates
            ? `letter.${state}`
            : entry.about === 'order' && state in orderStates
              ? `order.${state}`
              : undefined;
    // English is what the API speaks: it knows more of the case than our words do.
    const words = known === undefined ? entry.words : t(known as 'letter.draft');
    return {
      key: `${i} ${entry.at}`,
      at: entry.at,
      words,
      ...(known !== undefined &&
        entry.reason !== null && { detail: t('reason', { reason: entry.reason.replaceAll('_', ' ') }) }),
      tone: tones[entry.event] ?? 'calm',
    };
  });
}
