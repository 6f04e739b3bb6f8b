import { Button, Code, CopyButton, Stack, Text, TextInput } from '@mantine/core';
import { IconBan, IconCheck, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, cursorPaging, http, queries, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Listing } from '../../components/Listing.tsx';
import { Moment } from '../../components/measures.tsx';
import { Page } from '../../components/Page.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { useRightWords } from './right-words.ts';
import { RightsField } from './RightsField.tsx';

type Key = Schemas['Key'];
type KeyScope = NonNullable<Schemas['NewAccountKey']['scopes']>[number];
const reload = () => void queries.invalidateQueries();
/** Of people alone: the API makes no key with them. */
const isOfKeys = (right: string): right is KeyScope => !/^(people|keys|staff):/.test(right);

/** The keys of the account in the mode of the desk. */
export function KeysPage() {
  const { t } = useTranslation('people');
  const { may } = useDesk();
  const words = useRightWords();
  const query = api.useInfiniteQuery('get', '/v1/keys', {}, cursorPaging);
  const [isMaking, setMaking] = useState(false);
  const [going, setGoing] = useState<Key>();
  const keeps = may('keys:write');
  const make = keeps && <Button onClick={() => setMaking(true)}>{t('keys.make')}</Button>;
  return (
    <Page title={t('keys.title')} lead={t('keys.lead')} actions={make}>
      <Listing
        label={t('keys.title')}
        query={query}
        rowKey={(key) => key.id}
        empty={{ title: t('keys.empty'), text: t('keys.emptyText'), icon: IconKey }}
        columns={[
          { key: 'name', title: t('keys.name'), cell: (key) => key.name },
          { key: 'prefix', title: t('keys.prefix'), cell: (key) => <Code>{key.prefix}…</Code> },
          {
            key: 'rights',
            title: t('keys.rights'),
            cell: (key) => (
              <Text span size="xs" lineClamp={2} title={key.scopes.map(words).join(', ')}>
                {key.scopes.map(words).join(', ')}
              </Text>
            ),
          },
          {
            key: 'created',
            title: t('keys.created'),
            cell: (key) => (
              <Text span inherit style={{ whiteSpace: 'nowrap' }}>
                <Moment at={key.createdAt} as="date" />
              </Text>
            ),
          },
          {
            key: 'state',
            title: t('keys.state'),
            cell: (key) =>
              key.revokedAt === null ? (
                <Sign tone="good" icon={IconCheck}>
                  {t('keys.active')}
                </Sign>
              ) : (
                <Sign tone="quiet" icon={IconBan}>
                  {t('keys.revoked')}
                </Sign>
              ),
          },
          ...(keeps
            ? [
                {
                  key: 'revoke',
                  title: t('keys.revoke'),
                  narrow: true,
                  cell: (key: Key) =>
                    key.revokedAt === null && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t('keys.revokeTitle', { name: key.name })}
                        onClick={() => setGoing(key)}
                      >
                        {t('keys.revoke')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {isMaking && <MakeKey onClose={() => setMaking(false)} />}
      {going && (
        <ActionDialog
          title={t('keys.revokeTitle', { name: going.name })}
          effect={t('keys.revokeEffect')}
          confirm={t('keys.revoke')}
          danger
          run={() => http.DELETE('/v1/keys/{id}', { params: { path: { id: going.id } } })}
          onDone={reload}
          onClose={() => setGoing(undefined)}
        />
      )}
    </Page>
  );
}

function MakeKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['people', 'frame']);
  const { desk } = useDesk();
  const mine = desk.scopes.filter(isOfKeys);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(mine);
  return (
    <ActionDialog
      title={t('keys.makeTitle')}
      effect={t('keys.makeEffect')}
      confirm={t('keys.make')}
      ready={name.trim() !== '' && scopes.length > 0}
      run={({ once }) =>
        http.POST('/v1/keys', { body: { name: name.trim(), scopes: scopes.filter(isOfKeys) }, headers: once })
      }
      onDone={reload}
      result={({ data }) => (
        <Stack gap="xs">
          <Text size="sm">{t('keys.shown')}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {data?.secret ?? ''}
          </Code>
          <CopyButton value={data?.secret ?? ''}>
            {({ copied, copy }) => (
              <Button variant="default" size="compact-sm" onClick={copy}>
                {t(copied ? 'frame:action.copied' : 'frame:action.copy')}
              </Button>
            )}
          </CopyButton>
        </Stack>
      )}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t('keys.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          required
          data-autofocus
        />
        <RightsField known={mine} held={new Set(desk.scopes)} value={scopes} onChange={setScopes} />
      </Stack>
    </ActionDialog>
  );
}
