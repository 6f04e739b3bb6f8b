import { Box, Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useAttempt } from '../sign-in/attempt.ts';

/** Sets up an authenticator: a picture to scan, then a code that proves it was. `onDone` gets the recovery codes that came with it. */
export function SetUpAuthenticator({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const { t } = useTranslation('access');
  const [offer, setOffer] = useState<Schemas['AuthenticatorOffer']>();
  const [code, setCode] = useState('');
  const { isRunning, error, run } = useAttempt();
  const begin = () =>
    run(async () => {
      const { data } = await http.POST('/v1/me/authenticator', { body: {} });
      setOffer(data);
    });
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { data } = await http.POST('/v1/me/authenticator/confirm', { body: { code: code.replace(/\s/g, '') } });
      onDone(data?.recoveryCodes ?? []);
    });
  };
  if (offer === undefined)
    return (
      <Stack gap="xs">
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={18} aria-hidden />}
          onClick={() => void begin()}
          loading={isRunning}
        >
          {t('enrol.begin')}
        </Button>
        {error !== undefined && <ProblemNote error={error} />}
      </Stack>
    );
  return (
    <form onSubmit={confirm}>
      <Stack gap="sm">
        <Text size="sm">{t('enrol.authenticatorText')}</Text>
        <Box
          component="img"
          src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qr)}`}
          alt={t('enrol.qr')}
          w={190}
          h={190}
          bg="white"
          mx="auto"
        />
        <div>
          <Text size="xs" c="dimmed">
            {t('enrol.secret')}
          </Text>
          <Code fz="sm" style={{ wordBreak: 'break-all' }}>
            {offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Code>
        </div>
        <TextInput
          label={t('enrol.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          autoFocus
        />
        {error !== undefined && <ProblemNote error={error} />}
        <Button type="submit" loading={isRunning}>
          {t('enrol.confirm')}
        </Button>
      </Stack>
    </form>
  );
}
