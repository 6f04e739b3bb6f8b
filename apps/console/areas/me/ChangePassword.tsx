import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { http, queries } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Moment } from '../../components/measures.tsx';
import { useAttempt } from '../sign-in/attempt.ts';
import { NewPassword } from '../sign-in/InvitationPage.tsx';

/** Another password, by who knows the present one. */
export function ChangePassword({ since }: { since: string | null }) {
  const { t } = useTranslation('access');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    void run(async () => {
      await http.PUT('/v1/me/password', { body: { current, password } });
      setCurrent('');
      setPassword('');
      setDone(true);
      await queries.invalidateQueries();
    });
  };
  if (since === null) return <Text size="sm">{t('me.noPassword')}</Text>;
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('me.passwordSince')} <Moment at={since} as="date" />
        </Text>
        <PasswordInput
          label={t('me.current')}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ 'aria-label': t('newPassword.show') }}
        />
        <NewPassword value={password} onChange={setPassword} label={t('me.next')} />
        {error !== undefined && <ProblemNote error={error} />}
        {isDone && (
          <Alert color="green" role="status">
            {t('me.changed')}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={isRunning}>
            {t('me.change')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
