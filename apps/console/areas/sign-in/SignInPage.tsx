import { Button, Divider, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconChevronRight, IconUserOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { changeDesk, isSignedIn, signOut, useSession, type Desk, type Mode, type Session } from '../../api/session.ts';
import { Nothing } from '../../components/Nothing.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { speak } from '../../words/language.ts';
import { RecoveryCodes } from '../me/RecoveryCodes.tsx';
import { SetUpAuthenticator } from '../me/SetUpAuthenticator.tsx';
import { SetUpPasskey } from '../me/SetUpPasskey.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { Outside } from './Outside.tsx';
import { hasPasskeys } from './passkey.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';
import classes from './SignInPage.module.css';

/** Where to go when all is done: a page of ours, never an address that somebody put into a link. */
const ownPath = (next: string | null): string => (next !== null && /^\/(?![/\\])/.test(next) ? next : '/');

/** The way in, step by step: who, the second factor or setting one up, at which desk. Each step is what the session still lacks. */
export default function SignInPage() {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { data: session, error, isPending, refetch } = useSession();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [way, setWay] = useState<'password' | 'organisation'>('password');
  const isIn = session != null && isSignedIn(session) && session.desk !== null && codes.length === 0;
  const next = ownPath(query.get('next'));
  const language = session?.person.language;
  // Whichever way somebody came in, the screen speaks their language from here on.
  useEffect(() => {
    if (!isIn || language === undefined) return;
    speak(language);
    void navigate(next, { replace: true });
  }, [isIn, language, navigate, next]);

  const know = (known: Session) => {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== '/v1/session' });
    cache.setQueryData(['get', '/v1/session'], known);
  };
  const leave = async () => {
    await signOut();
    cache.clear();
    await refetch();
  };
  if (isPending || isIn) return <Waiting />;
  if (error)
    return (
      <Outside title={t('signIn.title')}>
        <ProblemNote error={error} retry={() => void refetch()} />
      </Outside>
    );
  if (codes.length > 0)
    return (
      <Outside title={t('enrol.title')}>
        <RecoveryCodes codes={codes} onKept={() => setCodes([])} />
      </Outside>
    );
  if (session == null)
    return (
      <Outside title={t('signIn.title')}>
        {way === 'password' ? (
          <PasswordForm onDone={know} onOrganisation={() => setWay('organisation')} />
        ) : (
          <OrganisationForm next={next} onBack={() => setWay('password')} />
        )}
      </Outside>
    );
  const other = (
    <Button variant="subtle" size="compact-sm" onClick={() => void leave()}>
      {t('signIn.otherPerson')}
    </Button>
  );
  if (session.secondFactor === 'asked')
    return (
      <Outside title={t('factor.title')} lead={session.person.email}>
        <SecondFactorForm session={session} onDone={know} />
        {other}
      </Outside>
    );
  if (session.secondFactor === 'to_enrol') {
    const done = (made: string[]) => {
      setCodes(made);
      void refetch();
    };
    return (
      <Outside title={t('enrol.title')} lead={t('enrol.lead')}>
        <Title order={2} size="h5">
          {t('enrol.authenticator')}
        </Title>
        <SetUpAuthenticator onDone={done} />
        {hasPasskeys() && (
          <>
            <Divider />
            <Title order={2} size="h5">
              {t('enrol.passkey')}
            </Title>
            <SetUpPasskey onDone={done} />
          </>
        )}
        {other}
      </Outside>
    );
  }
  return (
    <Outside title={t('desk.title')} lead={session.desks.length > 0 && t('desk.lead')}>
      <ChooseDesk
        session={session}
        onChosen={async (desk, mode) => {
          await changeDesk(desk.id, mode);
          await refetch();
        }}
      />
      {other}
    </Outside>
  );
}

function ChooseDesk({
  session,
  onChosen,
}: {
  session: Session;
  onChosen: (desk: Desk, mode: Mode | undefined) => Promise<void>;
}) {
  const { t } = useTranslation(['access', 'frame']);
  if (session.desks.length === 0)
    return <Nothing icon={IconUserOff} title={t('desk.none')} text={t('desk.noneText')} />;
  const places = session.desks.flatMap((desk): { desk: Desk; mode?: Mode }[] =>
    desk.modes.length === 0 ? [{ desk }] : desk.modes.map((mode) => ({ desk, mode })),
  );
  return (
    <Stack gap="xs">
      {places.map(({ desk, mode }) => (
        <UnstyledButton
          key={`${desk.id} ${mode}`}
          className={classes.desk ?? ''}
          onClick={() => void onChosen(desk, mode)}
        >
          <span>
            <Text span fw={560} display="block">
              {desk.name || t(`frame:desk.kind.${desk.kind}`)}
            </Text>
            <Text span size="xs" c="dimmed">
              {t(`role.${desk.role}`)}
              {mode && ` · ${t(`frame:desk.${mode}`)}`}
            </Text>
          </span>
          <IconChevronRight size={18} aria-hidden />
        </UnstyledButton>
      ))}
    </Stack>
  );
}
