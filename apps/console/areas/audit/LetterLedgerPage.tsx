import { Button, Paper, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { ChainPanel } from './ChainPanel.tsx';
import { LedgerEvents } from './LedgerEvents.tsx';
import { Runs } from './Runs.tsx';

/** A letter's ledger, checked as it is shown, with the processes that carried the letter. */
export function LetterLedgerPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['audit', 'states']);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const ledger = api.useQuery(
    'get',
    '/v1/audit/letters/{id}',
    { params: { path: { id } } },
    // Each reading is told in the ledger: only who asks anew reads anew.
    { staleTime: Infinity, meta: { live: false } },
  );
  const all = () => {
    setBusy(true);
    setError(undefined);
    download(`/v1/audit/letters/${id}/evidence.zip`, `${id}.zip`)
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const letter = ledger.data?.letter;
  return (
    <Page
      title={t('letter.title')}
      badge={letter && <StateBadge of="letter" state={letter.state} />}
      lead={t('letter.lead')}
      back={{ to: '/audit', name: t('search.title') }}
      actions={
        <Button leftSection={<IconDownload size={16} aria-hidden />} loading={busy} onClick={all}>
          {t('letter.download')}
        </Button>
      }
    >
      {error !== undefined && <ProblemNote error={error} />}
      {ledger.error !== null && <ProblemNote error={ledger.error} retry={() => void ledger.refetch()} />}
      {ledger.isPending && ledger.error === null && <Waiting />}
      {ledger.data !== undefined && letter !== undefined && (
        <Stack gap="xl">
          <Paper p="md">
            <Facts
              of={[
                { name: t('column.letter'), value: letter.id },
                { name: t('letter.order'), value: letter.orderId },
                { name: t('letter.account'), value: letter.accountId },
                { name: t('letter.site'), value: letter.siteId },
                { name: t('letter.service'), value: t(`states:service.${letter.service as 'priority'}`) },
                { name: t('letter.registered'), value: letter.registeredNumber },
                { name: t('letter.copies'), value: letter.copies },
                { name: t('letter.created'), value: <Moment at={letter.createdAt} /> },
                { name: t('letter.erased'), value: letter.erasedAt && <Moment at={letter.erasedAt} /> },
              ]}
            />
          </Paper>
          <ChainPanel letterId={id} streams={ledger.data.streams} />
          <LedgerEvents ledger={ledger.data} />
          <Runs letterId={id} runs={ledger.data.runs} />
        </Stack>
      )}
    </Page>
  );
}
