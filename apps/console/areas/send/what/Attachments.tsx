import { Select, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { useDraft } from '../draft-state.tsx';
import { DocumentCard } from './DocumentCard.tsx';

const MOST = 10;

/** What follows the letter, in its order; also from what is kept to be used again. */
export function Attachments() {
  const { t } = useTranslation('send');
  const { preparation, prepare } = useDraft();
  const kept = api.useQuery('get', '/v1/documents', {
    params: { query: { library: 'attachment', newest: 'true', limit: 200 } },
  });
  const attachments = preparation.attachments ?? [];
  const set = (changed: typeof attachments) => prepare({ attachments: changed });
  const swap = (i: number, j: number) => {
    const moved = [...attachments];
    [moved[i], moved[j]] = [moved[j] as (typeof attachments)[number], moved[i] as (typeof attachments)[number]];
    set(moved);
  };
  const offered = (kept.data?.rows ?? []).filter(({ id }) => !attachments.some(({ documentId }) => documentId === id));
  if (attachments.length === 0 && offered.length === 0) return null;
  return (
    <section aria-labelledby="attachments">
      <Title order={3} id="attachments">
        {t('what.attachments')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('what.attachmentsHint')}
      </Text>
      <Stack gap="xs">
        {attachments.map(({ documentId, pages }, i) => (
          <DocumentCard
            key={documentId}
            id={documentId}
            pages={pages}
            keepAs="attachment"
            onUp={i > 0 ? () => swap(i, i - 1) : undefined}
            onDown={i < attachments.length - 1 ? () => swap(i, i + 1) : undefined}
            onRemove={() => set(attachments.filter((_, k) => k !== i))}
          />
        ))}
        {attachments.length < MOST && offered.length > 0 && (
          <Select
            label={t('what.fromLibrary')}
            maw="26rem"
            searchable
            value={null}
            data={offered.map(({ id, name }) => ({ value: id, label: name ?? t('what.unnamed') }))}
            onChange={(documentId) => documentId && set([...attachments, { documentId }])}
          />
        )}
      </Stack>
    </section>
  );
}
