import { IconDoor } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Nothing } from '../components/Nothing.tsx';
import { Page } from '../components/Page.tsx';
import { useDesk } from './desk.tsx';
import { areasOf } from './Navigation.tsx';

/** `/app`: the first area that the desk may open. */
export function FirstPage() {
  const { t } = useTranslation('frame');
  const first = areasOf(useDesk()).find(({ name }) => name !== undefined);
  if (first) return <Navigate to={`/${first.path}`} replace />;
  return (
    <Page title={t('home.title')}>
      <Nothing icon={IconDoor} title={t('home.nothing')} text={t('home.nothingText')} />
    </Page>
  );
}
