import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging } from '../../api/client.ts';
import { Page } from '../../components/Page.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { PeopleList, type Person } from './PeopleList.tsx';
import { EditDialog, InviteDialog } from './PersonDialogs.tsx';

/** The provider's own people. */
export function StaffPage() {
  const { t } = useTranslation('people');
  const { may } = useDesk();
  const query = api.useInfiniteQuery('get', '/v1/provider/staff', {}, cursorPaging);
  const sites = api.useQuery(
    'get',
    '/v1/provider/sites',
    { params: { query: { limit: 200 } } },
    { enabled: may('provider:read') },
  );
  const [isInviting, setInviting] = useState(false);
  const [person, setPerson] = useState<Person>();
  const keeps = may('staff:write');
  const invite = keeps && <Button onClick={() => setInviting(true)}>{t('invite.go')}</Button>;
  return (
    <Page title={t('staff.title')} lead={t('staff.lead')} actions={invite}>
      <PeopleList
        label={t('staff.title')}
        query={query}
        empty={{ title: t('staff.empty') }}
        onChange={keeps ? setPerson : undefined}
      />
      {isInviting && <InviteDialog of="staff" sites={sites.data?.rows ?? []} onClose={() => setInviting(false)} />}
      {person && <EditDialog of="staff" person={person} onClose={() => setPerson(undefined)} />}
    </Page>
  );
}
