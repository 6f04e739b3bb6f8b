import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useActorWords } from '../../components/actor-words.ts';
import type { Happening } from '../../components/Timeline.tsx';
import { useStory } from './story.ts';

type Entry = Schemas['FloorEntry'];

/** The story as the floor reads it: each entry with what it befell, why, what a person wrote, and who did it. */
export function useFloorStory(timeline: readonly Entry[]): Happening[] {
  const { t } = useTranslation('story');
  const who = useActorWords();
  const thing = ({ about, name }: Entry) => t(`thing.${about}`, { number: /\d+/.exec(name)?.[0] ?? '' });
  return useStory(timeline).map((entry) => ({
    ...entry,
    detail: [thing(entry.of), entry.detail, entry.of.text, t('by', { who: who(entry.of.actor, entry.of.person) })]
      .filter(Boolean)
      .join(' · '),
  }));
}
