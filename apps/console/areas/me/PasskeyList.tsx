import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Moment } from '../../components/measures.tsx';

type Passkey = Schemas['Me']['passkeys'][number];

/** The passkeys of a person, each to be removed. */
export function PasskeyList({ passkeys, onChange }: { passkeys: readonly Passkey[]; onChange: () => void }) {
  const { t } = useTranslation('access');
  const [going, setGoing] = useState<Passkey>();
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table aria-label={t('me.passkeys')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('enrol.passkeyName')}</Table.Th>
            <Table.Th>{t('me.lastUse')}</Table.Th>
            <Table.Th aria-label={t('me.remove')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {passkeys.map((passkey) => (
            <Table.Tr key={passkey.id}>
              <Table.Td>{passkey.label}</Table.Td>
              <Table.Td>
                <Moment at={passkey.usedAt} />
              </Table.Td>
              <Table.Td>
                <Button variant="default" size="compact-sm" onClick={() => setGoing(passkey)}>
                  {t('me.remove')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {going && (
        <ActionDialog
          title={`${t('me.remove')} : ${going.label}`}
          effect={t('me.removeEffect')}
          confirm={t('me.remove')}
          danger
          run={() => http.DELETE('/v1/me/passkeys/{id}', { params: { path: { id: going.id } } })}
          onDone={onChange}
          onClose={() => setGoing(undefined)}
        />
      )}
    </Table.ScrollContainer>
  );
}
