import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useReasonWords } from '../../components/reason-words.ts';

type Group = Pick<Schemas['AttentionGroup'], 'kind' | 'state' | 'reason'>;

/** Words of the codes that the floor and its machines give; a code without words is shown as it is written. */
export function useFloorWords() {
  const { t, i18n } = useTranslation(['floor', 'states', 'frame']);
  const reason = useReasonWords();
  const state = (of: string, code: string): string => {
    const known = [`floor:machines.state.${code}`, `floor:effect.state.${code}`];
    const key = [`states:${of}.${code}`, ...(of === 'machine' ? known.slice(0, 1) : known.slice(1))].find((one) =>
      i18n.exists(one),
    );
    return key === undefined ? code.replaceAll('_', ' ') : t(key as 'floor:pool.title');
  };
  /** What a group of things that wait for a person is called: kind, state, reason. */
  const cause = (group: Group): string =>
    [
      t(`floor:attention.kind.${group.kind}`),
      group.state === null ? undefined : state(group.kind, group.state).toLowerCase(),
      group.reason === null ? undefined : reason(group.reason),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
  return { reason, state, cause };
}
