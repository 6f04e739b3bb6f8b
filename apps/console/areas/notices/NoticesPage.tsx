import { Button, Card, Group, Skeleton, Stack, TagsInput, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticeKinds, type NoticeKind } from '#domain/telling';
import { api, queries, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';

/** For each kind of mail notice: who gets it. */
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const notices = api.useQuery('get', '/v1/notices');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack>
        {notices.error && <ProblemNote error={notices.error} retry={() => void notices.refetch()} />}
        {notices.isPending && !notices.error && <Skeleton height={240} />}
        {notices.data &&
          noticeKinds.map((kind) => (
            <Notice key={kind} kind={kind} notice={notices.data.rows.find((row) => row.kind === kind)} />
          ))}
      </Stack>
    </Page>
  );
}

const stateWords = { enabled: 'on', unconfirmed: 'unconfirmed', disabled: 'disabled' } as const;

function Notice({ kind, notice }: { kind: NoticeKind; notice: Schemas['Notice'] | undefined }) {
  const { t } = useTranslation('notices');
  const mayWrite = useDesk().may('webhooks:write');
  const [addresses, setAddresses] = useState(notice?.addresses ?? []);
  const onSuccess = () => void queries.invalidateQueries();
  const put = api.useMutation('put', '/v1/notices/{kind}', { onSuccess });
  const off = api.useMutation('delete', '/v1/notices/{kind}', {
    onSuccess: () => {
      setAddresses([]);
      onSuccess();
    },
  });
  const path = { kind };
  return (
    <Card withBorder component="section" aria-label={t(`kind.${kind}`)}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t(`kind.${kind}`)}
        </Title>
        <Text size="sm" c="dimmed">
          {t(notice === undefined ? 'none' : stateWords[notice.state])}
        </Text>
      </Group>
      <TagsInput
        label={t('addresses')}
        description={t('addressesHint')}
        value={addresses}
        onChange={setAddresses}
        maxTags={10}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        disabled={!mayWrite}
      />
      {notice && notice.unconfirmed.length > 0 && <Unconfirmed kind={kind} addresses={notice.unconfirmed} />}
      {(put.error ?? off.error) && <ProblemNote error={put.error ?? off.error} />}
      {mayWrite && (
        <Group mt="sm" gap="xs">
          <Button
            size="sm"
            loading={put.isPending}
            disabled={addresses.length === 0}
            onClick={() => put.mutate({ params: { path }, body: { addresses } })}
          >
            {t('save')}
          </Button>
          {notice && (
            <Button
              size="sm"
              variant="default"
              loading={off.isPending}
              onClick={() => off.mutate({ params: { path } })}
            >
              {t('off')}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {put.isSuccess ? t(put.data.unconfirmed.length > 0 ? 'savedAsked' : 'saved') : ''}
          </Text>
        </Group>
      )}
    </Card>
  );
}

/** Addresses to which a link was sent, and another one can be. */
function Unconfirmed({ kind, addresses }: { kind: NoticeKind; addresses: Schemas['Notice']['unconfirmed'] }) {
  const { t } = useTranslation('notices');
  const mayWrite = useDesk().may('webhooks:write');
  const again = api.useMutation('put', '/v1/notices/{kind}/confirmation', {
    onSuccess: () => void queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs" mt="sm">
      {addresses.map(({ address, until }) => (
        <Group key={address} gap="xs" justify="space-between">
          <div>
            <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
              {address}
            </Text>
            <Text size="sm" c="dimmed">
              {t('waiting')}. {t(until === null ? 'linkOver' : 'linkUntil')} {until !== null && <Moment at={until} />}
            </Text>
          </div>
          {mayWrite && (
            <Button
              size="compact-sm"
              variant="default"
              loading={again.isPending && again.variables.body.address === address}
              onClick={() => again.mutate({ params: { path: { kind } }, body: { address } })}
            >
              {t('again')}
            </Button>
          )}
        </Group>
      ))}
      <Text size="sm" role="status">
        {again.isSuccess ? t('sentAgain') : ''}
      </Text>
      {again.error && <ProblemNote error={again.error} />}
    </Stack>
  );
}
