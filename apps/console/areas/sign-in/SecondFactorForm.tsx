import { Button, Stack, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import type { Session } from '../../api/session.ts';
import { useAttempt } from './attempt.ts';
import { askPasskey } from './passkey.ts';

/** The second factor of who has one: a code of the authenticator, a recovery code, a passkey. */
export function SecondFactorForm({ session, onDone }: { session: Session; onDone: (session: Session) => void }) {
  const { t } = useTranslation('access');
  const has = (factor: Session['factors'][number]) => session.factors.includes(factor);
  const [kind, setKind] = useState<'totp' | 'recovery_code'>(has('totp') ? 'totp' : 'recovery_code');
  const [code, setCode] = useState('');
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const { data } = await http.POST('/v1/session/second-factor', { body: { kind, code: code.replace(/\s/g, '') } });
      if (data) onDone(data);
    });
  };
  const byPasskey = () =>
    run(async () => {
      const { data: asked } = await http.POST('/v1/session/second-factor/passkey', { body: {} });
      const response = await askPasskey(asked?.options ?? {});
      const { data } = await http.POST('/v1/session/second-factor', { body: { kind: 'passkey', response } });
      if (data) onDone(data);
    });
  const other = (to: 'totp' | 'recovery_code') => {
    setKind(to);
    setCode('');
  };
  const isTotp = kind === 'totp';
  return (
    <Stack gap="sm">
      {has('passkey') && (
        <Button
          leftSection={<IconFingerprint size={18} aria-hidden />}
          onClick={() => void byPasskey()}
          loading={isRunning}
        >
          {t('factor.usePasskey')}
        </Button>
      )}
      {(has('totp') || has('recovery_code')) && (
        <form onSubmit={send}>
          <Stack gap="sm">
            <TextInput
              key={kind}
              label={t(isTotp ? 'factor.totp' : 'factor.recovery')}
              description={t(isTotp ? 'factor.totpHint' : 'factor.recoveryHint')}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoComplete="one-time-code"
              inputMode={isTotp ? 'numeric' : 'text'}
              required
              autoFocus
            />
            <Button type="submit" loading={isRunning} variant={has('passkey') ? 'default' : 'filled'}>
              {t('factor.go')}
            </Button>
          </Stack>
        </form>
      )}
      {error !== undefined && <ProblemNote error={error} />}
      {isTotp && has('recovery_code') && (
        <Button variant="subtle" size="compact-sm" onClick={() => other('recovery_code')}>
          {t('factor.useRecovery')}
        </Button>
      )}
      {!isTotp && has('totp') && (
        <Button variant="subtle" size="compact-sm" onClick={() => other('totp')}>
          {t('factor.useTotp')}
        </Button>
      )}
    </Stack>
  );
}
