import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Moment } from '../../components/measures.tsx';

/** Until when a file is kept; or that it was erased, when and why. */
export function KeptUntil({ file }: { file: Schemas['ArchivedFile'] }) {
  const { t } = useTranslation('archive');
  if (file.erasedAt !== null)
    return (
      <Text size="sm" c="dimmed" span>
        {t('erasedOn')} <Moment at={file.erasedAt} as="date" />
        {file.reason && `, ${t(`reason.${file.reason}`)}`}
      </Text>
    );
  if (file.reason !== null) return <>{t('soon')}</>;
  return file.keepUntil === null ? <>{t('noTerm')}</> : <Moment at={file.keepUntil} as="date" />;
}
