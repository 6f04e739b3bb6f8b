import { Button, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useAttempt } from '../sign-in/attempt.ts';
import { OfLink } from '../sign-in/OfLink.tsx';
import { Outside } from '../sign-in/Outside.tsx';

/** The reader of an address says whether notices may be sent there: by the link of a mail, without any access to Pli. */
export default function ConfirmPage() {
  const { t } = useTranslation('notices');
  return (
    <OfLink
      title={t('confirm.title')}
      missing={{ title: t('confirm.missing'), text: t('confirm.missingText') }}
      look={async (token) =>
        (await http.POST('/v1/notice-links/look', { body: { token } })).data as Schemas['NoticeLink']
      }
    >
      {(link, token) => <Confirm token={token} link={link} />}
    </OfLink>
  );
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
