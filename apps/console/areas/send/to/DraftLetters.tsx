import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, type Schemas } from '../../../api/client.ts';
import { Listing, type Column } from '../../../components/Listing.tsx';
import { useDraft } from '../draft-state.tsx';

type Row = Schemas['DraftLetterRow'];

/** Everybody who is in the draft, so many at once. */
export function DraftLetters() {
  const { t } = useTranslation('send');
  const { id } = useDraft();
  const letters = api.useInfiniteQuery(
    'get',
    '/v1/drafts/{id}/letters',
    { params: { path: { id }, query: { limit: 25 } } },
    cursorPaging,
  );
  const columns: Column<Row>[] = [
    { key: 'recipient', title: t('to.recipient'), cell: ({ recipientLines }) => recipientLines.join(', ') },
    { key: 'reference', title: t('to.clientReference'), cell: ({ clientReference }) => clientReference ?? '—' },
    { key: 'position', title: t('to.position'), cell: ({ position }) => position, narrow: true, align: 'right' },
  ];
  return (
    <section>
      <Title order={3} mb="xs">
        {t('to.letters')}
      </Title>
      <Listing
        label={t('to.letters')}
        query={letters}
        columns={columns}
        rowKey={({ id: letterId }) => letterId}
        rowTo={({ id: letterId }) => `/send/${id}/look?letter=${letterId}`}
        empty={{ title: t('to.letters') }}
      />
    </section>
  );
}
