import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';

/** How many of an order's letters have come to rest, in words and as a bar. */
export function OrderProgress({ of }: { of: Pick<Schemas['OrderRow'], 'state' | 'letterCount' | 'openLetters'> }) {
  const { t } = useTranslation('orders');
  if (of.state === 'draft' || of.letterCount === 0) return <>—</>;
  const done = of.letterCount - of.openLetters;
  const words = t('progress', { done, all: of.letterCount });
  return (
    <div style={{ minWidth: '9rem' }}>
      <Text size="xs">{words}</Text>
      <Progress value={(100 * done) / of.letterCount} size="sm" mt={2} aria-label={words} />
    </div>
  );
}
