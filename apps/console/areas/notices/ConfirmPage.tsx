import { Button, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconLinkOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useAttempt } from '../sign-in/attempt.ts';
import { useLinkToken } from '../sign-in/link-token.ts';
import { Outside } from '../sign-in/Outside.tsx';

/** The reader of an address says whether notices may be sent there: by the link of a mail, without any access to Pli. */
export default function ConfirmPage() {
  const { t } = useTranslation('notices');
  const token = useLinkToken();
  const looked = useQuery({
    queryKey: ['notice link', token],
    enabled: token !== '',
    retry: false,
    queryFn: async () => (await http.POST('/v1/notice-links/look', { body: { token } })).data as Schemas['NoticeLink'],
  });
  const title = t('confirm.title');
  if (token === '')
    return (
      <Outside title={title}>
        <Nothing icon={IconLinkOff} title={t('confirm.missing')} text={t('confirm.missingText')} />
      </Outside>
    );
  if (looked.isPending) return <Waiting />;
  if (looked.error) {
    return (
      <Outside title={title}>
        <ProblemNote error={looked.error} />
      </Outside>
    );
  }
  return <Confirm token={token} link={looked.data} />;
}

function Confirm({ token, link }: { token: string; link: Schemas['NoticeLink'] }) {
  const { t } = useTranslation('notices');
  const { address, organisation, mode, kinds } = link;
  const [isDone, setDone] = useState(link.isConfirmed);
  const { isRunning, error, run } = useAttempt();
  const accept = () =>
    void run(async () => {
      await http.POST('/v1/notice-links/confirm', { body: { token } });
      setDone(true);
    });
  const whose = { address, organisation };
  if (isDone)
    return (
      <Outside title={t('confirm.title')}>
        <div role="status">
          <Nothing icon={IconCircleCheck} title={t('confirm.done')} text={t('confirm.doneText', whose)} />
        </div>
      </Outside>
    );
  return (
    <Outside title={t('confirm.title')} lead={t('confirm.lead', whose)}>
      <Stack gap="sm">
        {mode === 'test' && <Text size="sm">{t('confirm.test')}</Text>}
        <Text size="sm">{t('confirm.kinds')}</Text>
        <List size="sm">
          {kinds.map((kind) => (
            <List.Item key={kind}>{t(`kind.${kind}`)}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('confirm.promise')}
        </Text>
        {error !== undefined && <ProblemNote error={error} />}
        <Button loading={isRunning} onClick={accept}>
          {t('confirm.accept')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('confirm.refuse')}
        </Text>
      </Stack>
    </Outside>
  );
}
