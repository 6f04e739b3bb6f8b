import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging } from '../../api/client.ts';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { PeopleList, type Person } from './PeopleList.tsx';
import { EditDialog, InviteDialog } from './PersonDialogs.tsx';

/** The people of the account. */
export function UsersPage() {
  const { t } = useTranslation('people');
  const { may } = useDesk();
  const query = api.useInfiniteQuery('get', '/v1/people', {}, cursorPaging);
  const [isInviting, setInviting] = useState(false);
  const [person, setPerson] = useState<Person>();
  const keeps = may('people:write');
  const invite = keeps && <Button onClick={() => setInviting(true)}>{t('invite.go')}</Button>;
  return (
    <Page title={t('users.title')} lead={t('users.lead')} actions={invite}>
      <PeopleList
        label={t('users.title')}
        query={query}
        empty={{ title: t('users.empty') }}
        onChange={keeps ? setPerson : undefined}
      />
      {isInviting && <InviteDialog of="account" onClose={() => setInviting(false)} />}
      {person && <EditDialog of="account" person={person} onClose={() => setPerson(undefined)} />}
    </Page>
  );
}
