import { Button, Group, Pagination, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../../../api/client.ts';
import { useOnce } from '../../../api/once.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { PageImage } from '../../../components/PageImage.tsx';
import type { DocumentView } from './upload-pdf.ts';

/** A repaired document beside what was sent, page by page: only its sender may take it. */
export function RepairProposal(props: {
  readonly document: DocumentView;
  readonly onAccepted: (document: DocumentView) => void;
  readonly onReject: () => void;
}) {
  const { document, onAccepted, onReject } = props;
  const { t } = useTranslation('send');
  const once = useOnce();
  const [page, setPage] = useState(1);
  const accept = useMutation({
    mutationFn: () => http.POST('/v1/documents/{id}/accept', { params: { path: { id: document.id } }, headers: once }),
    onSuccess: ({ data }) => data && onAccepted(data),
  });
  const picture = (of: 'original' | 'printed') => `/v1/documents/${document.id}/pages/${page}.png?of=${of}&dpi=72`;
  return (
    <Stack gap="sm" component="section" aria-labelledby="proposal">
      <Title order={3} id="proposal">
        {t('what.proposal')} : {document.repairs.map((repair) => t(`what.repairs.${repair}`)).join(', ')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('what.proposalText')}
      </Text>
      <SimpleGrid cols={2} maw="46rem">
        {(['original', 'printed'] as const).map((of) => (
          <div key={of}>
            <Text size="sm" fw={560} mb={4}>
              {t(of === 'original' ? 'what.before' : 'what.after')}
            </Text>
            <PageImage path={picture(of)} page={page} dpi={72} />
          </div>
        ))}
      </SimpleGrid>
      {document.pages > 1 && <Pagination total={document.pages} value={page} onChange={setPage} size="sm" />}
      {accept.error && <ProblemNote error={accept.error} />}
      <Group>
        <Button loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('what.accept')}
        </Button>
        <Button variant="default" onClick={onReject}>
          {t('what.reject')}
        </Button>
      </Group>
    </Stack>
  );
}
