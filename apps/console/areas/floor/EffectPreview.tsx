import { Alert, List, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Problem } from '../../api/problem.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import type french from '../../words/fr/floor.ts';
import { localeOf } from '../../words/language.ts';
import { useFloorWords } from './floor-words.ts';

export type IntendedAction = Schemas['IntendedAction'];
type Effects = Schemas['Effects'];
type Change = Effects['changes'][number];
type Thing = keyof typeof french.effect.thing;

/** What an action would do, asked of the server, which does it by its own rule and takes it back. */
export const useEffects = (intended: IntendedAction | undefined) =>
  useQuery({
    queryKey: ['effects', intended],
    queryFn: async () => (await http.POST('/v1/site/effects', { body: intended as IntendedAction })).data as Effects,
    enabled: intended !== undefined,
    staleTime: 0,
    gcTime: 0,
    meta: { live: false },
  });

/** The effect in words: what changes from which state to which, or why it would be refused. */
export function EffectPreview({ of }: { of: ReturnType<typeof useEffects> }) {
  const { t } = useTranslation('floor');
  if (of.error) return <ProblemNote error={of.error} retry={() => void of.refetch()} />;
  if (of.data === undefined)
    return (
      <Stack gap={6} role="status" aria-label={t('effect.waiting')}>
        <Skeleton height={12} width="80%" />
        <Skeleton height={12} width="60%" />
      </Stack>
    );
  const { refusal } = of.data;
  if (refusal !== null) return <Refusal code={refusal.code} detail={refusal.detail} />;
  return <Told of={of.data} />;
}

function Refusal({ code, detail }: { code: string; detail: string }) {
  const { t } = useTranslation('floor');
  const { text } = useProblemWords(new Problem(code, 409, detail, detail, undefined));
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('effect.impossible')}>
      {text}
    </Alert>
  );
}

function Told({ of: { changes, more, lots, sheets, count } }: { of: Effects }) {
  const { t } = useTranslation('floor');
  const lines = useChangeLines(changes);
  return (
    <Stack gap={6}>
      {lots !== null && (
        <Text size="sm">{lots.length === 0 ? t('effect.noLots') : t('effect.lots', { count: lots.length })}</Text>
      )}
      {sheets !== null && (
        <Text size="sm">
          {t('effect.sheets', { before: sheets.toldBefore, then: sheets.toldThen, printed: sheets.printed })}
        </Text>
      )}
      {count !== null && <Text size="sm">{t('effect.count', count)}</Text>}
      <List size="sm" spacing={2}>
        {lots?.map((lot, i) => (
          <List.Item key={`lot ${i}`}>{t('effect.lot', lot)}</List.Item>
        ))}
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      {more > 0 && <Text size="sm">{t('effect.more', { count: more })}</Text>}
      {lines.length === 0 && lots === null && <Text size="sm">{t('effect.nothing')}</Text>}
    </Stack>
  );
}

/** Events that are news to somebody though no state changes. */
const told: Readonly<Record<string, keyof typeof french.effect.event>> = {
  'lot.spoiled_sheets_reported': 'spoiled',
  'deposit.slip_typed_in': 'slip',
  'pool.released': 'released',
  'piece.put_into_deposit': 'deposit',
  'letter.missing_at_deposit': 'told',
  'letter.trayed_again': 'told',
  'letter.found_by_carrier': 'told',
};

function useChangeLines(changes: readonly Change[]): string[] {
  const { t, i18n } = useTranslation('floor');
  const { state } = useFloorWords();
  const euros = new Intl.NumberFormat(localeOf(i18n.language), { style: 'currency', currency: 'EUR' });
  const lineOf = (change: Change): string => {
    const thing = i18n.exists(`floor:effect.thing.${change.about}`)
      ? t(`effect.thing.${change.about as Thing}`, { name: change.name })
      : change.about;
    if (change.letterLeaves !== null)
      return t('effect.stays', { thing, event: t(change.letterLeaves ? 'effect.event.next' : 'effect.event.noNext') });
    const word = (code: string) =>
      code === 'refund_due'
        ? t('effect.state.refund_due', { amount: euros.format((change.cents ?? 0) / 100) })
        : state(change.about, code).toLowerCase();
    if (change.from !== change.to && change.to !== null) {
      const states = { thing, from: change.from === null ? '—' : word(change.from), to: word(change.to) };
      return change.tray === null
        ? t('effect.change', states)
        : t('effect.changeTray', { ...states, tray: change.tray });
    }
    return t('effect.stays', { thing, event: t(`effect.event.${told[change.event] ?? 'recorded'}`) });
  };
  // Hundreds of pieces of a tray fare alike: each sentence once.
  return [...new Set(changes.map(lineOf))];
}
