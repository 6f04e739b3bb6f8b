import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Listing, type Column } from '../../components/Listing.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useFoundAtSite, useOpened, useSearchedText } from './searched.ts';

type Found = Schemas['FoundAtSite'];
const pathOf = ({ kind, id }: Found): string => `/${kind}s/${id}`;

/** What a code or number means in the print room; the one thing is opened at once, so that a scan answers by itself. */
export function SiteSearchPage() {
  const { t } = useTranslation(['search', 'states']);
  const text = useSearchedText();
  const query = useFoundAtSite(text);
  useOpened(query.data?.open ? pathOf(query.data.open) : undefined);
  const columns: Column<Found>[] = [
    { key: 'thing', title: t('column.thing'), cell: ({ kind, number }) => t(`kind.${kind}`, { number: number ?? '' }) },
    { key: 'by', title: t('column.by'), cell: ({ by }) => t(`by.${by}`) },
    {
      key: 'state',
      title: t('column.state'),
      cell: ({ kind, state }) => (kind === 'case' ? state : <StateBadge of={kind} state={state} />),
    },
  ];
  return (
    <Page title={t('title')} lead={text === '' ? t('lead') : t('of', { text })}>
      {text === '' ? (
        <Nothing icon={IconSearch} title={t('nothing')} text={t('nothingText')} />
      ) : (
        <Listing
          label={t('things')}
          query={onePage(query, (answer) => answer.things)}
          columns={columns}
          rowKey={({ id }) => id}
          rowTo={pathOf}
          empty={{ title: t('none'), text: t('noneSite'), icon: IconSearchOff }}
        />
      )}
    </Page>
  );
}
