import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk.tsx';

const named = ['person', 'operator', 'customer', 'provider'] as const;

/**
 * Who did something, as the ledger names it (`person:usr_…`, `operator:key_…`, `workflow:handOver`), in words; a person by the name that the reader
 * may know.
 */
export function useActorWords(): (actor: string, name?: string | null) => string {
  const { t } = useTranslation('story');
  const { session } = useDesk();
  return (actor, name) => {
    const [kind, id = ''] = actor.split(/:(.*)/);
    if (id === session.person.id) return t('who.you');
    if (name) return name;
    const known = named.find((one) => one === kind);
    return known === undefined ? t('who.pli') : t(`who.${known}`, { id });
  };
}
