import { ActionIcon, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { download } from '../../../api/files.ts';
import { useFindingWords } from '../../../api/problem-words.ts';
import { PageImage, type Zone } from '../../../components/PageImage.tsx';
import type { Preview } from './use-preview.ts';

/** The pages of a preview one at a time, however many: exactly as printed, with the window and zones when asked for. */
export function LetterPages({ preview }: { preview: Preview }) {
  const { t } = useTranslation('send');
  const words = useFindingWords();
  const [search, setSearch] = useSearchParams();
  const [zones, setZones] = useState(false);
  const pages = preview.pages ?? 0;
  if (pages === 0) return null;
  const first = preview.problems.find(({ page }) => page !== undefined)?.page ?? 1;
  const asked = Number(search.get('page') ?? first);
  const page = Math.min(Math.max(1, Number.isInteger(asked) ? asked : 1), pages);
  const go = (to: number) => {
    const changed = new URLSearchParams(search);
    changed.set('page', String(to));
    setSearch(changed, { replace: true });
  };
  const marked: Zone[] = [
    ...preview.problems.flatMap((item, i) =>
      item.page === page && item.area
        ? [{ key: `p${i}`, ...item.area, name: words(item), kind: 'problem' as const }]
        : [],
    ),
    ...preview.warnings.flatMap((warning, i) =>
      warning.page === page && warning.area
        ? [{ key: `w${i}`, ...warning.area, name: t(`look.warning.${warning.code}`), kind: 'note' as const }]
        : [],
    ),
  ];
  const isReady = preview.state === 'ready';
  const path = `/v1/previews/${preview.id}/pages/${page}.png?dpi=100${zones && isReady ? '&zones=true' : ''}`;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('look.previous')}
            disabled={page <= 1}
            onClick={() => go(page - 1)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('look.next')}
            disabled={page >= pages}
            onClick={() => go(page + 1)}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          <Text size="sm" ml={6} aria-live="polite">
            {t('look.pageOf', { page, pages })}
          </Text>
        </Group>
        {isReady && (
          <Switch
            label={t('look.zones')}
            checked={zones}
            onChange={({ currentTarget: { checked } }) => setZones(checked)}
          />
        )}
      </Group>
      <PageImage key={path} path={path} page={page} zones={marked} />
      {zones && (
        <Text size="xs" c="dimmed">
          {t('look.zonesHint')}
        </Text>
      )}
      <Button
        variant="subtle"
        w="fit-content"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void download(`/v1/previews/${preview.id}/letter.pdf`, 'lettre.pdf', 'application/pdf')}
      >
        {t('look.download')}
      </Button>
    </Stack>
  );
}
