import { Button, Text } from '@mantine/core';
import { IconCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Listing, type ListQuery } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Sign } from '../../components/Sign.tsx';

export type Person = Schemas['Person'];

const signs = {
  invited: { tone: 'calm', icon: IconClock },
  active: { tone: 'good', icon: IconCheck },
  suspended: { tone: 'warn', icon: IconPlayerPause },
  removed: { tone: 'quiet', icon: IconPlayerPause },
} as const;

/** People at desks, whoever keeps them. */
export function PeopleList({
  label,
  query,
  empty,
  onChange,
}: {
  label: string;
  query: ListQuery<Person>;
  empty: { title: string; action?: ReactNode };
  /** Left out: they may be seen alone. */
  onChange?: ((person: Person) => void) | undefined;
}) {
  const { t } = useTranslation(['people', 'access']);
  return (
    <Listing
      label={label}
      query={query}
      rowKey={(person) => person.id}
      empty={empty}
      columns={[
        {
          key: 'name',
          title: t('column.name'),
          cell: (person) => (
            <>
              <Text span size="sm" fw={560} display="block">
                {person.name || person.email}
              </Text>
              {person.name !== '' && (
                <Text span size="xs" c="dimmed">
                  {person.email}
                </Text>
              )}
            </>
          ),
        },
        { key: 'role', title: t('column.role'), cell: (person) => t(`access:role.${person.role}`) },
        {
          key: 'state',
          title: t('column.state'),
          cell: ({ state }) => <Sign {...signs[state]}>{t(`state.${state}`)}</Sign>,
        },
        {
          key: 'factor',
          title: t('column.factor'),
          cell: ({ hasSecondFactor }) => t(hasSecondFactor ? 'factor.yes' : 'factor.no'),
        },
        { key: 'seen', title: t('column.seen'), cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} as="relative" /> },
        ...(onChange
          ? [
              {
                key: 'action',
                title: t('column.action'),
                narrow: true,
                cell: (person: Person) => (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('edit.title', { name: person.name || person.email })}
                    onClick={() => onChange(person)}
                  >
                    {t('column.action')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
