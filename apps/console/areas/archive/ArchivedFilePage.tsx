import { Alert, Anchor, Button, Card, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconArchiveOff, IconDownload, IconExternalLink, IconFileText, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, http, queries } from '../../api/client.ts';
import { bytesOf, download } from '../../api/files.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { useActorWords } from '../../components/actor-words.ts';
import { useDesk } from '../../frame/desk.tsx';
import { localeOf } from '../../words/language.ts';
import { KeptUntil } from './KeptUntil.tsx';

/** One archived file: what it is, until when it is kept, who opened it. */
export function ArchivedFilePage() {
  const { t, i18n } = useTranslation(['archive', 'states']);
  const { id = '' } = useParams();
  const { may } = useDesk();
  const who = useActorWords();
  const [ends, setEnds] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const file = api.useQuery('get', '/v1/archive/{id}', { params: { path: { id } } });
  const data = file.data;
  const back = { to: '/archive', name: t('file.back') };
  if (data === undefined)
    return (
      <Page title={t('file.title')} back={back}>
        {file.error && <ProblemNote error={file.error} retry={() => void file.refetch()} />}
      </Page>
    );
  const isReadable = data.state === 'kept' && data.reason === null;
  const path = `/v1/archive/${id}/file.pdf`;
  const fetched = (work: Promise<unknown>) => {
    setTrouble(undefined);
    work.then(() => queries.invalidateQueries({ queryKey: ['get', '/v1/archive/{id}'] }), setTrouble);
  };
  const kilobytes = new Intl.NumberFormat(localeOf(i18n.language), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.max(1, data.bytes / 1000));
  return (
    <Page
      title={data.recipient ?? t('file.title')}
      badge={<StateBadge of="archived_file" state={data.state} />}
      back={back}
      actions={
        isReadable && (
          <>
            <Button leftSection={<IconExternalLink size={16} aria-hidden />} onClick={() => fetched(openFile(path))}>
              {t('file.open')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => fetched(download(path, `${id}.pdf`))}
            >
              {t('file.download')}
            </Button>
          </>
        )
      }
    >
      <Stack gap="lg">
        {trouble !== undefined && <ProblemNote error={trouble} />}
        {!isReadable && (
          <Alert color="gray" title={t('file.gone')} icon={<IconArchiveOff aria-hidden />}>
            {t('file.goneText')}
          </Alert>
        )}
        <Card withBorder>
          <Facts
            of={[
              { name: t('column.reference'), value: data.clientReference },
              { name: t('column.sent'), value: <Moment at={data.sentAt} /> },
              { name: t('file.kept'), value: <Moment at={data.keptSince} /> },
              { name: t('column.until'), value: <KeptUntil file={data} /> },
              { name: t('column.service'), value: t(`states:service.${data.service as 'priority'}`) },
              { name: t('column.costCentre'), value: data.costCentre },
              { name: t('column.size'), value: kilobytes },
              {
                name: t('file.hash'),
                value: data.sha256 && (
                  <>
                    <Code style={{ overflowWrap: 'anywhere' }}>{data.sha256}</Code>
                    <Text size="xs" c="dimmed">
                      {t('file.hashHint')}
                    </Text>
                  </>
                ),
              },
            ]}
          />
          <Group mt="md" gap="lg">
            <Anchor component={Link} to={`/letters/${data.letterId}`} size="sm">
              {t('file.letter')}
            </Anchor>
            <Anchor component={Link} to={`/history?orderId=${data.orderId}`} size="sm">
              {t('file.order')}
            </Anchor>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconFileText size={15} aria-hidden />}
              onClick={() =>
                fetched(
                  download(`/v1/letters/${data.letterId}/deposit`, `depot-${data.letterId}.pdf`, 'application/pdf'),
                )
              }
            >
              {t('file.deposit')}
            </Button>
            {isReadable && may('archive:write') && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={15} aria-hidden />}
                onClick={() => setEnds(true)}
              >
                {t('file.end')}
              </Button>
            )}
          </Group>
        </Card>
        <section aria-labelledby="accesses">
          <Title order={2} size="h4" mb="xs" id="accesses">
            {t('file.accesses')}
          </Title>
          {data.accesses.length === 0 ? (
            <Text c="dimmed">{t('file.noAccess')}</Text>
          ) : (
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('file.when')}</Table.Th>
                  <Table.Th>{t('file.who')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.accesses.map(({ at, actor, name }, i) => (
                  <Table.Tr key={i}>
                    <Table.Td>
                      <Moment at={at} />
                    </Table.Td>
                    <Table.Td>{who(actor, name)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </section>
      </Stack>
      {ends && (
        <ActionDialog
          title={t('file.end')}
          effect={t('file.endEffect')}
          confirm={t('file.end')}
          danger
          run={({ once }) => http.POST('/v1/archive/{id}/end', { params: { path: { id } }, headers: once })}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setEnds(false)}
        />
      )}
    </Page>
  );
}

/** Shows a file of the API in a window of its own. */
async function openFile(path: string): Promise<void> {
  const url = URL.createObjectURL(await bytesOf(path, { accept: 'application/pdf' }));
  window.open(url, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
