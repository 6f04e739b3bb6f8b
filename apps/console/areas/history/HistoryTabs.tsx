import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTabs } from '../../components/PageTabs.tsx';
import { addressOf, type LetterChoice } from '../../components/letter-choice.ts';

/** Letters or orders of the same choice; and, where it is known, how many there are. */
export function HistoryTabs({ choice, total }: { choice: LetterChoice; total?: number | null | undefined }) {
  const { t } = useTranslation('history');
  const { from, to, service, costCentre, personId } = choice;
  const shared = addressOf({
    ...(from && { from }),
    ...(to && { to }),
    ...(service && { service }),
    ...(costCentre && { costCentre }),
    ...(personId && { personId }),
  });
  const address = shared === '' ? '' : `?${shared}`;
  return (
    <Group justify="space-between" mb="md">
      <PageTabs
        label={t('title')}
        tabs={[
          { to: `/history${address}`, path: '/history', name: t('tab.letters') },
          { to: `/history/orders${address}`, path: '/history/orders', name: t('tab.orders') },
        ]}
      />
      {total != null && (
        <Text fw={600} role="status">
          {t('total', { count: total })}
        </Text>
      )}
    </Group>
  );
}
