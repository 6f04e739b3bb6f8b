import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';

type AuditEvent = Schemas['AuditEvent'];

/** What an event is, and who made it, in words; what has none of its own is told by its code. */
export function useEventWords() {
  const { t, i18n } = useTranslation(['audit', 'states']);
  const known = (key: string): string | undefined => (i18n.exists(key) ? t(key as 'audit:search.title') : undefined);
  const subject = (name: string) => known(`audit:subject.${name}`) ?? name.replaceAll('_', ' ');
  const step = (name: string) => known(`audit:activity.${name}`) ?? name;
  const state = ({ subject: of, data }: AuditEvent): string | undefined => {
    const set = data['set'] as { state?: unknown } | undefined;
    if (typeof set?.state !== 'string') return undefined;
    return known(`states:${of}.${set.state}`) ?? set.state.replaceAll('_', ' ');
  };
  const what = (event: AuditEvent): string =>
    known(`audit:type.${event.type.replaceAll('.', '_')}`) ??
    state(event) ??
    (event.type.split('.')[1] ?? event.type).replaceAll('_', ' ');
  const actor = (name: string): string => {
    const [kind = '', id = ''] = name.split(/:(.*)/);
    switch (kind) {
      case 'workflow':
        return t('audit:actor.workflow', { step: step(id) });
      case 'person':
      case 'customer':
      case 'operator':
      case 'provider':
        return t(`audit:actor.${kind}`, { id });
      default:
        return t('audit:actor.other', { id: name });
    }
  };
  return { subject, what, actor, step };
}
