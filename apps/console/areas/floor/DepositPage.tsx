import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type Schemas } from '../../api/client.ts';
import { download } from '../../api/files.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Count, Moment, NumberLink } from '../../components/measures.tsx';
import { onePage } from '../../components/one-page.ts';
import { Page } from '../../components/Page.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { AcknowledgeDialog } from './AcknowledgeDialog.tsx';
import { CaseListing } from './CasesPage.tsx';
import { slipLines } from './declared-and-found.ts';
import { useKeyWord } from './lot-kind.ts';
import { Section } from './Section.tsx';

type DepositWhole = Schemas['DepositWhole'];

/** One deposit: its slip, what is declared against what was found, its trays, and each difference as a case. */
export function DepositPage() {
  const { t } = useTranslation('floor');
  const { id = '' } = useParams();
  const { may } = useDesk();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<unknown>();
  const deposit = api.useQuery('get', '/v1/site/deposits/{id}', { params: { path: { id } } });
  const data = deposit.data;
  const slip = () =>
    download(`/v1/site/deposits/${id}/slip.pdf`, `${data?.number ?? 'slip'}.pdf`).then(
      () => setError(undefined),
      setError,
    );
  return (
    <Page
      title={data ? t('deposits.one', { number: data.number }) : t('deposits.number')}
      back={{ to: '/deposits', name: t('deposits.title') }}
      badge={data && <StateBadge of="deposit" state={data.state} />}
      actions={
        data && (
          <>
            {data.hasSlip && (
              <Button
                variant="default"
                leftSection={<IconFileDownload size={16} aria-hidden />}
                onClick={() => void slip()}
              >
                {t('deposits.slip')}
              </Button>
            )}
            {data.state === 'left_site' && may('floor:write') && (
              <Button onClick={() => setAsked(true)}>{t('deposits.acknowledge')}</Button>
            )}
          </>
        )
      }
    >
      {deposit.error && <ProblemNote error={deposit.error} retry={() => void deposit.refetch()} />}
      {error !== undefined && <ProblemNote error={error} />}
      {deposit.isPending && <Waiting />}
      {data && <Shown deposit={data} query={deposit} />}
      {data && asked && <AcknowledgeDialog deposit={data} onClose={() => setAsked(false)} />}
    </Page>
  );
}

type CasesOf = Parameters<typeof onePage<DepositWhole, DepositWhole['cases'][number]>>[0];

function Shown({ deposit, query }: { deposit: DepositWhole; query: CasesOf }) {
  const { t } = useTranslation('floor');
  return (
    <Stack gap="md">
      <Section title={t('deposits.one', { number: deposit.number })}>
        <Facts
          of={[
            { name: t('deposits.slot'), value: <Moment at={deposit.slotAt} /> },
            { name: t('deposits.contract'), value: deposit.carrierContract },
            { name: t('deposits.pieces'), value: <Count of={deposit.pieces} /> },
            {
              name: t('deposits.accepted'),
              value: deposit.piecesAccepted !== null && (
                <NumberLink
                  count={deposit.piecesAccepted}
                  to={`/pieces?state=accepted&depositId=${deposit.id}`}
                  label={`${t('deposits.accepted')} : ${deposit.piecesAccepted}`}
                />
              ),
            },
            { name: t('deposits.leftAt'), value: deposit.leftAt && <Moment at={deposit.leftAt} /> },
            { name: t('deposits.acceptedAt'), value: deposit.acceptedAt && <Moment at={deposit.acceptedAt} /> },
            { name: t('deposits.source'), value: deposit.acknowledgedBy && t(`deposits.by.${deposit.acknowledgedBy}`) },
            { name: t('deposits.due'), value: deposit.until && <Moment at={deposit.until} as="relative" /> },
          ]}
        />
        {!deposit.hasSlip && (
          <Text size="sm" c="dimmed">
            {t('deposits.noSlip')}
          </Text>
        )}
      </Section>
      <Section title={t('deposits.declaredFound')}>
        <SlipTable deposit={deposit} />
      </Section>
      <Section title={t('deposits.trays')}>
        <Group gap="lg">
          {deposit.trays.map((tray) => (
            <Group key={tray.id} gap={6}>
              <Anchor component={Link} to={`/trays/${tray.id}`}>
                {t('trays.one', { number: tray.number })}
              </Anchor>
              <StateBadge of="tray" state={tray.state} />
              <Text size="sm">
                <Count of={tray.pieces} />
              </Text>
            </Group>
          ))}
        </Group>
      </Section>
      {deposit.cases.length === 0 ? (
        <Section title={t('deposits.cases')}>
          <Text size="sm">{t('deposits.noCases')}</Text>
        </Section>
      ) : (
        <CaseListing query={onePage(query, ({ cases }) => cases)} />
      )}
    </Stack>
  );
}

function SlipTable({ deposit }: { deposit: DepositWhole }) {
  const { t } = useTranslation('floor');
  const word = useKeyWord();
  const lines = slipLines(deposit.declared, deposit.found);
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('deposits.noSlip')}
      </Text>
    );
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('deposits.product')}</Table.Th>
            <Table.Th>{t('deposits.band')}</Table.Th>
            <Table.Th ta="right">{t('deposits.declared')}</Table.Th>
            <Table.Th ta="right">{t('deposits.found')}</Table.Th>
            <Table.Th ta="right">{t('deposits.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={`${line.product} ${line.band}`}>
              <Table.Td>{word(line.product)}</Table.Td>
              <Table.Td>≤ {line.band} g</Table.Td>
              <Table.Td ta="right">
                <Count of={line.declared} />
              </Table.Td>
              <Table.Td ta="right">{line.found === null ? '—' : <Count of={line.found} />}</Table.Td>
              <Table.Td ta="right" fw={line.found !== null && line.found !== line.declared ? 700 : undefined}>
                {line.found === null ? '—' : <Count of={line.found - line.declared} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {deposit.found === null && (
        <Text size="sm" c="dimmed">
          {t('deposits.notCounted')}
        </Text>
      )}
    </>
  );
}
