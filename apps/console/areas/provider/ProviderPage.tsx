import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.tsx';
import { PageTabs } from '../../components/PageTabs.tsx';
import type french from '../../words/fr/provider.ts';

const tabs = [
  'accounts',
  'contracts',
  'sites',
  'devices',
  'stocks',
  'profiles',
  'numbers',
] as const satisfies readonly (keyof typeof french.tab)[];
type Tab = (typeof tabs)[number];

/** A page of the set-up, among the others. */
export function ProviderPage({ tab, actions, children }: { tab: Tab; actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('provider');
  return (
    <Page title={t(`tab.${tab}`)} lead={t(`${tab}.lead`)} actions={actions}>
      <Box mb="md">
        <PageTabs
          label={t('title')}
          tabs={tabs.map((one) => ({ to: `/provider/${one}`, path: `/provider/${one}`, name: t(`tab.${one}`) }))}
        />
      </Box>
      {children}
    </Page>
  );
}
