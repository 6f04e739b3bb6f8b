import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconAlertTriangle, IconMailPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { Listing, type Column } from '../../../components/Listing.tsx';
import { onePage } from '../../../components/one-page.ts';
import { useDesk } from '../../../frame/desk.tsx';
import { draftOfParts, markOf } from './letters-of-parts.ts';
import type { Split } from './split-way.ts';

type Part = Split['parts'][number];

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
  const columns: Column<Part>[] = [
    { key: 'letter', title: t('split.column.letter'), cell: (part) => parts.indexOf(part) + 1, narrow: true },
    { key: 'pages', title: t('split.column.pages'), cell: ({ pages }) => pages, narrow: true },
    ...(hasMark
      ? [{ key: 'mark', title: t('split.column.mark'), cell: (part: Part) => markOf(part) ?? '—' } as const]
      : []),
    { key: 'address', title: t('split.column.address'), cell: ({ addressLines }) => addressLines.join(', ') || '—' },
  ];
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
        <Listing
          label={t('split.found', { count: parts.length })}
          query={onePage({ data: parts, error: null, isPending: false, refetch: () => undefined }, (all) =>
            all.slice(0, SHOWN),
          )}
          columns={columns}
          rowKey={({ pages }) => pages}
          empty={{ title: t('split.found', { count: 0 }) }}
        />
        {parts.length > SHOWN && <Text size="sm">{t('split.more', { count: parts.length - SHOWN })}</Text>}
      </Stack>
    </Paper>
  );
}
