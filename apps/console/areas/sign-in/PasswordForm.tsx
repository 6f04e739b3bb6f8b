import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconBuilding, IconFingerprint } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import type { Session } from '../../api/session.ts';
import { useAttempt } from './attempt.ts';
import { askPasskey, hasPasskeys } from './passkey.ts';

/** E-mail and password, a passkey alone, or one's organisation. */
export function PasswordForm({
  onDone,
  onOrganisation,
}: {
  onDone: (session: Session) => void;
  onOrganisation: () => void;
}) {
  const { t } = useTranslation('access');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { data } = await http.POST('/v1/session', { body: { email, password } });
      if (data) onDone(data);
    });
  };
  const byPasskey = () =>
    run(async () => {
      const { data: asked } = await http.POST('/v1/session/passkey/ask', { body: {} });
      const response = await askPasskey(asked?.options ?? {});
      const { data } = await http.POST('/v1/session/passkey', { body: { flow: asked?.flow ?? '', response } });
      if (data) onDone(data);
    });
  return (
    <Stack gap="md">
      <form onSubmit={send}>
        <Stack gap="sm">
          <TextInput
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('newPassword.show') }}
          />
          {error !== undefined && <ProblemNote error={error} />}
          <Button type="submit" loading={isRunning} fullWidth>
            {t('signIn.go')}
          </Button>
        </Stack>
      </form>
      <Divider />
      <Stack gap="xs">
        <Button variant="default" leftSection={<IconBuilding size={18} aria-hidden />} onClick={onOrganisation}>
          {t('organisation.choose')}
        </Button>
        {hasPasskeys() && (
          <Button
            variant="default"
            leftSection={<IconFingerprint size={18} aria-hidden />}
            onClick={() => void byPasskey()}
          >
            {t('signIn.passkey')}
          </Button>
        )}
      </Stack>
      <Anchor component={Link} to="/recovery" size="sm" ta="center">
        {t('signIn.forgotten')}
      </Anchor>
    </Stack>
  );
}
