import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { http } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import type { Session } from '../../api/session.ts';
import { Waiting } from '../../components/Waiting.tsx';
import { nextAfterOrganisation, useAnswer } from './organisation.ts';
import { Outside } from './Outside.tsx';

/** Back from one's organisation: what it sent along is shown to the server, which says who that is, or why not. */
export default function OrganisationPage() {
  const { t } = useTranslation('access');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const answer = useAnswer();
  const { data: session, error } = useQuery({
    queryKey: ['single-sign-on', answer],
    retry: false,
    staleTime: Infinity,
    meta: { live: false },
    queryFn: async () => (await http.POST('/v1/session/single-sign-on/complete', { body: { answer } })).data as Session,
  });
  useEffect(() => {
    if (session === undefined) return;
    cache.setQueryData(['get', '/v1/session'], session);
    void navigate(`/sign-in?next=${encodeURIComponent(nextAfterOrganisation())}`, { replace: true });
  }, [session, cache, navigate]);
  if (error === null) return <Waiting />;
  return (
    <Outside title={t('signIn.title')}>
      <ProblemNote error={error} />
      <Button component={Link} to="/sign-in">
        {t('signIn.back')}
      </Button>
    </Outside>
  );
}
