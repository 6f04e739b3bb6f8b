import { Button, Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { serviceNames } from '#domain/services';
import { api } from '../api/client.ts';
import { useDesk } from '../frame/desk.tsx';
import { countedStates, periodOf, periods, type LetterChoice, type PeriodName } from './letter-choice.ts';

/** The fields by which letters are chosen, in history and in statistics. */
export function LetterFilters({
  choice,
  change,
  states = countedStates,
  of = 'letter',
  person = false,
}: {
  choice: LetterChoice;
  change: (change: { [K in keyof LetterChoice]?: LetterChoice[K] | undefined }) => void;
  states?: readonly string[];
  of?: 'letter' | 'order';
  person?: boolean;
}) {
  const { t } = useTranslation(['history', 'states']);
  const { session } = useDesk();
  const choices = api.useQuery('get', '/v1/history/choices');
  const all = { value: '', label: t('filter.all') };
  const period = (Object.keys(periods) as PeriodName[]).find((name) => {
    const { from, to } = periodOf(name);
    return from === choice.from && to === choice.to;
  });
  const named = period ?? (choice.from === undefined && choice.to === undefined ? 'all' : 'own');
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('filter.period')}
        w={170}
        data={(
          ['all', ...(Object.keys(periods) as PeriodName[]), ...(named === 'own' ? ['own' as const] : [])] as const
        ).map((value) => ({ value, label: t(`period.${value}`) }))}
        value={named}
        allowDeselect={false}
        onChange={(value) =>
          change(
            value !== null && value in periods ? periodOf(value as PeriodName) : { from: undefined, to: undefined },
          )
        }
      />
      <TextInput
        type="date"
        label={t('filter.from')}
        value={choice.from ?? ''}
        onChange={(event) => change({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('filter.to')}
        value={choice.to ?? ''}
        onChange={(event) => change({ to: event.currentTarget.value || undefined })}
      />
      <Select
        label={t('filter.state')}
        w={180}
        data={[all, ...states.map((value) => ({ value, label: t(`states:${of}.${value}` as 'states:letter.lost') }))]}
        value={choice.state ?? ''}
        onChange={(value) => change({ state: (value || undefined) as LetterChoice['state'] })}
      />
      <Select
        label={t('filter.service')}
        w={150}
        data={[all, ...serviceNames.map((value) => ({ value, label: t(`states:service.${value}`) }))]}
        value={choice.service ?? ''}
        onChange={(value) => change({ service: (value || undefined) as LetterChoice['service'] })}
      />
      <Select
        label={t('filter.costCentre')}
        w={200}
        searchable
        data={[
          all,
          { value: 'none', label: t('filter.none') },
          ...(choices.data?.costCentres ?? []).map(({ key, costCentre, label }) => ({
            value: key,
            label: label === null ? costCentre : `${costCentre} · ${label}`,
          })),
        ]}
        value={choice.costCentre ?? ''}
        onChange={(value) => change({ costCentre: value || undefined })}
      />
      {person && (choices.data?.persons.length ?? 0) > 0 && (
        <Select
          label={t('filter.person')}
          w={200}
          searchable
          data={[
            all,
            ...(choices.data?.persons ?? []).map(({ id, name }) => ({
              value: id,
              label: id === session.person.id ? t('filter.me') : (name ?? t('filter.left')),
            })),
          ]}
          value={choice.personId ?? ''}
          onChange={(value) => change({ personId: value || undefined })}
        />
      )}
      {Object.keys(choice).length > 0 && (
        <Button
          variant="subtle"
          onClick={() => change(Object.fromEntries(Object.keys(choice).map((name) => [name, undefined])))}
        >
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  );
}
