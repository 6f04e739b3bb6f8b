import { Alert, Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconAlertTriangle, IconMailPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { useDesk } from '../../../frame/desk.tsx';
import { draftOfParts, markOf } from './letters-of-parts.ts';
import type { Split } from './split-way.ts';

/** Rows shown: enough to see whether it was cut well. */
const SHOWN = 100;

/** The letters that were found, each with its pages and the address on its first one; and a draft made of them. */
export function FoundLetters({ of }: { of: Split }) {
  const { t } = useTranslation('send');
  const { may } = useDesk();
  const navigate = useNavigate();
  const { parts, before } = of;
  const silent = parts.filter(({ addressLines }) => addressLines.length === 0).length;
  const make = useMutation({
    mutationFn: () => draftOfParts(of),
    onSuccess: (id) => void navigate(`/send/${id}/to`),
  });
  const hasMark = parts.some((part) => markOf(part) !== undefined);
  return (
    <Paper p="md" component="section" aria-labelledby="found">
      <Stack gap="md">
        <Title order={2} id="found" role="status">
          {t('split.found', { count: parts.length })}
        </Title>
        {before !== null && <Text size="sm">{t('split.before', { pages: before })}</Text>}
        {silent > 0 && (
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
            {t('split.silent', { count: silent })}
          </Alert>
        )}
        {make.error && <ProblemNote error={make.error} />}
        {may('orders:write') && (
          <Button
            w="fit-content"
            leftSection={<IconMailPlus size={17} aria-hidden />}
            loading={make.isPending || make.isSuccess}
            onClick={() => make.mutate()}
          >
            {t('split.make', { count: parts.length })}
          </Button>
        )}
        <Table.ScrollContainer minWidth={520}>
          <Table aria-labelledby="found" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('split.column.letter')}</Table.Th>
                <Table.Th>{t('split.column.pages')}</Table.Th>
                {hasMark && <Table.Th>{t('split.column.mark')}</Table.Th>}
                <Table.Th>{t('split.column.address')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {parts.slice(0, SHOWN).map((part, i) => (
                <Table.Tr key={part.pages}>
                  <Table.Th scope="row" fw={400}>
                    {i + 1}
                  </Table.Th>
                  <Table.Td>{part.pages}</Table.Td>
                  {hasMark && <Table.Td>{markOf(part) ?? '—'}</Table.Td>}
                  <Table.Td>{part.addressLines.join(', ') || '—'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {parts.length > SHOWN && <Text size="sm">{t('split.more', { count: parts.length - SHOWN })}</Text>}
      </Stack>
    </Paper>
  );
}
