import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useAttempt } from '../sign-in/attempt.ts';
import { makePasskey } from '../sign-in/passkey.ts';

/** Makes a passkey on this device. `onDone` gets the recovery codes that came with the first second factor. */
export function SetUpPasskey({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const { t } = useTranslation('access');
  const [label, setLabel] = useState<string>(t('enrol.passkeyDefault'));
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { data: asked } = await http.POST('/v1/me/passkeys/ask', { body: {} });
      const response = await makePasskey(asked?.options ?? {});
      const { data } = await http.POST('/v1/me/passkeys', { body: { response, label } });
      onDone(data?.recoveryCodes ?? []);
    });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('enrol.passkeyText')}
        </Text>
        <TextInput
          label={t('enrol.passkeyName')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          maxLength={100}
          required
        />
        {error !== undefined && <ProblemNote error={error} />}
        <Button
          type="submit"
          variant="default"
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={isRunning}
        >
          {t('enrol.addPasskey')}
        </Button>
      </Stack>
    </form>
  );
}
