import { Alert, Button, Group, PasswordInput, Stack, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { useAttempt } from '../sign-in/attempt.ts';

/** An identity provider as it is set up. That it alone lets people in is asked for by who has come in by it. */
export function IdentityProviderForm({
  provider,
  isReadOnly,
  isSaved,
  save,
  onSaved,
}: {
  provider: Schemas['IdentityProvider'] | null;
  isReadOnly: boolean;
  /** Whether what is shown was just saved. */
  isSaved: boolean;
  save: (body: Schemas['IdentityProviderSet']) => Promise<unknown>;
  onSaved: (is: boolean) => void;
}) {
  const { t } = useTranslation(['people', 'access']);
  const { signedInBy } = useDesk().session;
  const [issuer, setIssuer] = useState(provider?.issuer ?? '');
  const [clientId, setClientId] = useState(provider?.clientId ?? '');
  const [clientSecret, setSecret] = useState('');
  const [domains, setDomains] = useState(provider?.domains.join(', ') ?? '');
  const [vouches, setVouches] = useState(provider?.vouches ?? false);
  const [required, setRequired] = useState(provider?.required ?? false);
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSaved(false);
    void run(async () => {
      await save({
        issuer: issuer.trim(),
        clientId: clientId.trim(),
        ...(clientSecret !== '' && { clientSecret }),
        domains: domains.split(/[\s,;]+/).filter(Boolean),
        vouches,
        required,
      });
      setSecret('');
      onSaved(true);
    });
  };
  const mayRequire = provider?.required === true || (provider !== null && signedInBy === 'single_sign_on');
  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <TextInput
          label={t('sso.issuer')}
          description={t('sso.issuerHint')}
          type="url"
          inputMode="url"
          placeholder="https://login.example.org"
          value={issuer}
          onChange={(event) => setIssuer(event.currentTarget.value)}
          maxLength={500}
          required
          readOnly={isReadOnly}
        />
        <TextInput
          label={t('sso.clientId')}
          value={clientId}
          onChange={(event) => setClientId(event.currentTarget.value)}
          maxLength={300}
          autoComplete="off"
          required
          readOnly={isReadOnly}
        />
        {!isReadOnly && (
          <PasswordInput
            label={t('sso.clientSecret')}
            description={t(provider === null ? 'sso.secretHint' : 'sso.secretKept')}
            value={clientSecret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            autoComplete="off"
            required={provider === null}
            visibilityToggleButtonProps={{ 'aria-label': t('sso.showSecret') }}
          />
        )}
        <TextInput
          label={t('sso.domains')}
          description={t('sso.domainsHint')}
          placeholder="example.org"
          value={domains}
          onChange={(event) => setDomains(event.currentTarget.value)}
          required
          readOnly={isReadOnly}
        />
        <Switch
          label={t('sso.vouches')}
          description={t('sso.vouchesHint')}
          checked={vouches}
          onChange={(event) => setVouches(event.currentTarget.checked)}
          disabled={isReadOnly}
        />
        <Switch
          label={t('sso.required')}
          description={t(mayRequire ? 'sso.requiredHint' : 'sso.requiredUntried')}
          checked={required}
          onChange={(event) => setRequired(event.currentTarget.checked)}
          disabled={isReadOnly || !mayRequire}
        />
        {error !== undefined && <ProblemNote error={error} />}
        {isSaved && (
          <Alert color="green" role="status">
            {t('sso.saved')}
          </Alert>
        )}
        {!isReadOnly && (
          <Group>
            <Button type="submit" loading={isRunning}>
              {t('sso.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
