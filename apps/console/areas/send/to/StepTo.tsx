import { SegmentedControl, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft-state.tsx';
import { OneRecipient } from './OneRecipient.tsx';
import { RecipientFile } from './RecipientFile.tsx';

/** To whom: one recipient, or a file of them. */
export function StepTo() {
  const { t } = useTranslation('send');
  const { draft, preparation, prepare } = useDraft();
  const many = draft.imports.length > 0 || draft.order.letterCount > 1;
  const way = many ? 'file' : (preparation.to?.way ?? 'one');
  return (
    <Stack gap="lg">
      <Title order={2}>{t('to.title')}</Title>
      <SegmentedControl
        aria-label={t('to.way')}
        value={way}
        disabled={many}
        onChange={(value) => prepare({ to: { ...preparation.to, way: value as 'one' | 'file' } })}
        data={[
          { value: 'one', label: t('to.one') },
          { value: 'file', label: t('to.file') },
        ]}
      />
      {way === 'one' ? <OneRecipient /> : <RecipientFile />}
    </Stack>
  );
}
