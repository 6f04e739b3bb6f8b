import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk.tsx';

const named = ['person', 'operator', 'customer', 'provider'] as const;

/** Who did something, as the ledger names it (`person:usr_…`, `operator:key_…`, `workflow:handOver`), in words. */
export function useActorWords(): (actor: string) => string {
  const { t } = useTranslation('story');
  const { session } = useDesk();
  return (actor) => {
    const [kind, id = ''] = actor.split(/:(.*)/);
    if (id === session.person.id) return t('who.you');
    const known = named.find((one) => one === kind);
    return known === undefined ? t('who.pli') : t(`who.${known}`, { id });
  };
}
