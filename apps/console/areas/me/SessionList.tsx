import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { http, type Schemas } from '../../api/client.ts';
import { Moment } from '../../components/measures.tsx';
import { useAttempt } from '../sign-in/attempt.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';

type Session = Schemas['Me']['sessions'][number];

/** Where the person is signed in; others may be ended from here. */
export function SessionList({ sessions, onChange }: { sessions: readonly Session[]; onChange: () => void }) {
  const { t } = useTranslation('access');
  const { error, run } = useAttempt();
  const end = (id: string) =>
    run(async () => {
      await http.DELETE('/v1/me/sessions/{id}', { params: { path: { id } } });
      onChange();
    });
  return (
    <>
      {error !== undefined && <ProblemNote error={error} />}
      <Table.ScrollContainer minWidth={300}>
        <Table aria-label={t('me.sessions')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('me.device')}</Table.Th>
              <Table.Th>{t('me.seen')}</Table.Th>
              <Table.Th aria-label={t('me.end')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  {session.device ?? t('me.unknownDevice')}
                  {session.isThis && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      ({t('me.thisSession')})
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Moment at={session.seenAt} as="relative" />
                </Table.Td>
                <Table.Td>
                  {!session.isThis && (
                    <Button variant="default" size="compact-sm" onClick={() => void end(session.id)}>
                      {t('me.end')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
