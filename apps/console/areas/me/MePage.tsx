import { Button, Group, Paper, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http, queries, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { signOut } from '../../api/session.ts';
import { Facts } from '../../components/Facts.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { languageNames, languages, speak, type Language } from '../../words/language.ts';
import { useAttempt } from '../sign-in/attempt.ts';
import { hasPasskeys } from '../sign-in/passkey.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { PasskeyList } from './PasskeyList.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SessionList } from './SessionList.tsx';
import { SetUpAuthenticator } from './SetUpAuthenticator.tsx';
import { SetUpPasskey } from './SetUpPasskey.tsx';

type Me = Schemas['Me'];
const reload = () => void queries.invalidateQueries();

/** A person's own access: who they are, how they prove it, where they are signed in. */
export function MePage() {
  const { t } = useTranslation('access');
  const { signedInBy } = useDesk().session;
  const { data: me, error, refetch } = api.useQuery('get', '/v1/me');
  return (
    <Page title={t('me.title')} lead={t('me.lead')}>
      {error != null && <ProblemNote error={error} retry={() => void refetch()} />}
      {me === undefined && error == null && <Waiting />}
      {me !== undefined && (
        <Stack gap="lg" maw={760}>
          <Section title={t('me.identity')}>
            <Identity key={me.language} me={me} />
          </Section>
          {signedInBy === 'single_sign_on' ? <Text size="sm">{t('me.byOrganisation')}</Text> : <Proofs me={me} />}
          <Section title={t('me.sessions')}>
            <SessionList sessions={me.sessions} onChange={reload} />
            <Group>
              <Button variant="default" onClick={() => void signOut(true).then(() => window.location.assign('/app'))}>
                {t('me.endAll')}
              </Button>
            </Group>
          </Section>
        </Stack>
      )}
    </Page>
  );
}

/** What proves who the person is: of their own, and by which organisations. */
function Proofs({ me }: { me: Me }) {
  const { t } = useTranslation('access');
  return (
    <>
      <Section title={t('me.password')}>
        <ChangePassword since={me.passwordSetAt} />
      </Section>
      <Section title={t('me.factors')}>
        <Factors me={me} />
      </Section>
      {me.singleSignOn.length > 0 && (
        <Section title={t('me.organisations')}>
          <Facts
            of={me.singleSignOn.map(({ issuer, createdAt }) => ({
              name: issuer,
              value: (
                <>
                  {t('me.since')} <Moment at={createdAt} as="date" />
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" radius="md" component="section">
      <Stack gap="md">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

function Identity({ me }: { me: Me }) {
  const { t } = useTranslation('access');
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState<Language>(me.language);
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await http.PATCH('/v1/me', { body: { name, language } });
      speak(language);
      reload();
    });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <Facts of={[{ name: t('me.email'), value: me.email }]} />
        <TextInput
          label={t('me.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="name"
          maxLength={100}
          required
        />
        <div role="group" aria-label={t('me.language')}>
          <Text size="sm" fw={500}>
            {t('me.language')}
          </Text>
          <SegmentedControl
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
          />
        </div>
        {error !== undefined && <ProblemNote error={error} />}
        <Group>
          <Button type="submit" loading={isRunning}>
            {t('me.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Factors({ me }: { me: Me }) {
  const { t } = useTranslation('access');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { isRunning, error, run } = useAttempt();
  const done = (made: string[]) => {
    setCodes(made);
    reload();
  };
  const hasFactor = me.authenticator !== null || me.passkeys.length > 0;
  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={() => setCodes([])} />;
  return (
    <Stack gap="md">
      <Title order={3} size="h5">
        {t('enrol.authenticator')}
      </Title>
      {me.authenticator === null ? (
        <SetUpAuthenticator onDone={done} />
      ) : (
        <Group>
          <Text size="sm">
            {t('me.since')} <Moment at={me.authenticator.createdAt} as="date" />
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            loading={isRunning}
            onClick={() =>
              void run(async () => {
                await http.DELETE('/v1/me/authenticator');
                reload();
              })
            }
          >
            {t('me.remove')}
          </Button>
        </Group>
      )}
      {error !== undefined && <ProblemNote error={error} />}
      <Title order={3} size="h5">
        {t('me.passkeys')}
      </Title>
      {me.passkeys.length > 0 && <PasskeyList passkeys={me.passkeys} onChange={reload} />}
      {hasPasskeys() && <SetUpPasskey onDone={done} />}
      {hasFactor && (
        <Group>
          <Text size="sm">{t('me.codesLeft', { count: me.recoveryCodesLeft })}</Text>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              void run(async () => {
                const { data } = await http.POST('/v1/me/recovery-codes', { body: {} });
                done(data?.recoveryCodes ?? []);
              })
            }
          >
            {t('me.renewCodes')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
