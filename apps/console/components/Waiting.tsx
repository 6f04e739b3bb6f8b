import { Center, Loader, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Something is on its way; said to screen readers, too. */
export function Waiting({ label }: { label?: string | undefined }) {
  const { t } = useTranslation('frame', { useSuspense: false });
  return (
    <Center mih="12rem" role="status">
      <Loader size="sm" aria-hidden />
      <VisuallyHidden>{label ?? t('loading')}</VisuallyHidden>
    </Center>
  );
}
