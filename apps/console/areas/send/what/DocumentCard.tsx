import { ActionIcon, Checkbox, Group, Paper, Skeleton, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, http, queries } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { PageImage } from '../../../components/PageImage.tsx';

/** A stored document: its first page, its name, how long it is, and what may be done with it here. */
export function DocumentCard(props: {
  readonly id: string;
  readonly pages?: string | undefined;
  readonly keepAs?: 'attachment' | 'letterhead';
  readonly onRemove?: () => void;
  readonly onUp?: (() => void) | undefined;
  readonly onDown?: (() => void) | undefined;
}) {
  const { id, pages, keepAs, onRemove, onUp, onDown } = props;
  const { t } = useTranslation('send');
  const { data: document, error } = api.useQuery('get', '/v1/documents/{id}', { params: { path: { id } } });
  if (error) return <ProblemNote error={error} />;
  if (document === undefined) return <Skeleton height={96} radius="md" />;
  const name = document.name ?? t('what.unnamed');
  const first = Number(/^\d+/.exec(pages ?? '')?.[0] ?? 1);
  const keep = async (kept: boolean) => {
    await http.PATCH('/v1/documents/{id}', {
      params: { path: { id } },
      body: { library: kept ? (keepAs ?? 'attachment') : null },
    });
    await queries.invalidateQueries();
  };
  return (
    <Paper p="sm">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <div style={{ width: 64, flex: 'none' }}>
          <PageImage path={`/v1/documents/${id}/pages/${Math.min(first, document.pages)}.png?dpi=36`} page={first} />
        </div>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={560} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {t('what.pages', { count: document.pages })}
            {pages && ` · ${pages}`}
          </Text>
          {keepAs && (
            <Checkbox
              size="xs"
              mt={6}
              label={t('what.keep')}
              checked={document.library !== null}
              onChange={({ currentTarget: { checked } }) => void keep(checked)}
            />
          )}
        </div>
        <Group gap={2} wrap="nowrap">
          {onUp && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('what.up', { name })} onClick={onUp}>
              <IconArrowUp size={17} />
            </ActionIcon>
          )}
          {onDown && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('what.down', { name })} onClick={onDown}>
              <IconArrowDown size={17} />
            </ActionIcon>
          )}
          {onRemove && (
            <ActionIcon variant="subtle" color="gray" aria-label={`${t('what.remove')} (${name})`} onClick={onRemove}>
              <IconX size={17} />
            </ActionIcon>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
