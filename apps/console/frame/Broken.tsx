import { Button, Center } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../components/Nothing.tsx';

/** Instead of a page whose code failed, or could not be loaded because the console was renewed meanwhile. */
export function Broken() {
  const { t } = useTranslation('frame');
  return (
    <Center mih="50vh" p="md" role="alert">
      <Nothing icon={IconAlertTriangle} title={t('error.title')} text={t('error.text')}>
        <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
      </Nothing>
    </Center>
  );
}
