import { Center } from '@mantine/core';
import { IconLock, IconUserOff } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { ProblemNote } from '../api/ProblemNote.tsx';
import { isSignedIn, useSession, type Desk, type Session } from '../api/session.ts';
import { Nothing } from '../components/Nothing.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { outside } from '../routes.tsx';
import { DeskProvider } from './desk.tsx';

const hasSignIn = outside.some(({ path }) => path === 'sign-in');

/** Lets in who has a session and a desk; sends others to sign in, and back to where they wanted to go. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation('frame');
  const { pathname, search } = useLocation();
  const { data: session, error, isPending, refetch } = useSession();
  if (isPending) return <Waiting />;
  if (error)
    return (
      <Center mih="60vh" p="md">
        <ProblemNote error={error} retry={() => void refetch()} />
      </Center>
    );
  const chooses = session !== null && session.desk === null && session.desks.length > 0;
  if (session === null || !isSignedIn(session) || chooses)
    return hasSignIn ? (
      <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
    ) : (
      <Alone>
        <Nothing icon={IconLock} title={t('signIn.needed')} text={t('signIn.text')} />
      </Alone>
    );
  if (session.desk === null)
    return (
      <Alone>
        <Nothing icon={IconUserOff} title={t('desk.none')} text={t('desk.noneText')} />
      </Alone>
    );
  return (
    <AtDesk key={`${session.desk.id} ${session.desk.mode}`} session={session} desk={session.desk}>
      {children}
    </AtDesk>
  );
}

const Alone = ({ children }: { children: ReactNode }) => (
  <Center component="main" mih="80vh" p="md">
    {children}
  </Center>
);

function AtDesk({ session, desk, children }: { session: Session; desk: Desk; children: ReactNode }) {
  const at = useMemo(() => {
    const scopes = new Set(desk.scopes);
    return { session, desk, may: (scope: string) => scopes.has(scope) };
  }, [session, desk]);
  return <DeskProvider value={at}>{children}</DeskProvider>;
}
