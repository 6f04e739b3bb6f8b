import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconMailCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { http } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useAttempt } from './attempt.ts';
import { NewPassword } from './InvitationPage.tsx';
import { useLinkToken } from './link-token.ts';
import { Outside } from './Outside.tsx';

/** The way back: asks for a link, or with the link chooses a new password. */
export default function RecoveryPage() {
  const token = useLinkToken();
  return token === '' ? <Ask /> : <Choose token={token} />;
}

function Ask() {
  const { t } = useTranslation('access');
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await http.POST('/v1/recoveries', { body: { email } });
      setSent(true);
    });
  };
  const back = (
    <Anchor component={Link} to="/sign-in" size="sm" ta="center">
      {t('signIn.back')}
    </Anchor>
  );
  if (isSent)
    return (
      <Outside title={t('recovery.title')}>
        <div role="status">
          <Nothing icon={IconMailCheck} title={t('recovery.sent')} text={t('recovery.sentText')} />
        </div>
        {back}
      </Outside>
    );
  return (
    <Outside title={t('recovery.title')} lead={t('recovery.lead')}>
      <form onSubmit={send}>
        <Stack gap="sm">
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {error !== undefined && <ProblemNote error={error} />}
          <Button type="submit" loading={isRunning}>
            {t('recovery.ask')}
          </Button>
        </Stack>
      </form>
      {back}
    </Outside>
  );
}

function Choose({ token }: { token: string }) {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { data } = await http.POST('/v1/recoveries/complete', { body: { token, password } });
      cache.setQueryData(['get', '/v1/session'], data);
      await navigate('/sign-in', { replace: true });
    });
  };
  return (
    <Outside title={t('recovery.title')}>
      <form onSubmit={send}>
        <Stack gap="sm">
          <NewPassword value={password} onChange={setPassword} label={t('recovery.choose')} />
          {error !== undefined && <ProblemNote error={error} />}
          <Button type="submit" loading={isRunning}>
            {t('recovery.save')}
          </Button>
        </Stack>
      </form>
    </Outside>
  );
}
