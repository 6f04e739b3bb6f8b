import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Nothing } from '../components/Nothing.tsx';
import { Page } from '../components/Page.tsx';

/** An address without a page; areas use it for their own unknown addresses, too. */
export function NotFound() {
  const { t } = useTranslation('frame');
  return (
    <Page title={t('error.notFound')}>
      <Nothing icon={IconMapQuestion} title={t('error.notFound')} text={t('error.notFoundText')}>
        <Button component={Link} to="/" variant="default">
          {t('error.home')}
        </Button>
      </Nothing>
    </Page>
  );
}
