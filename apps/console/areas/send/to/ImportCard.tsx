import { Button, FileButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../../../api/client.ts';
import { download } from '../../../api/files.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { ActionDialog } from '../../../components/ActionDialog.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { sendFile, type Import } from './import-file.ts';
import { LeftOutRows } from './LeftOutRows.tsx';

/** How often it is asked how far the reading of a file is, in milliseconds. */
const LOOK_EVERY_MS = 800;

/** One file of recipients: how far it is read, what is in the draft, and what was left out. */
export function ImportCard(props: {
  readonly of: Import;
  /** Share of the file that has gone out, while it is sent from here. */
  readonly share: number | undefined;
  readonly onChanged: () => Promise<void>;
}) {
  const { of, share, onChanged } = props;
  const { t } = useTranslation('send');
  const [isRemoving, setRemoving] = useState(false);
  const [resumed, setResumed] = useState<number>();
  const [error, setError] = useState<unknown>();
  const going = share ?? resumed;
  const isOpen = of.state === 'open' || of.state === 'receiving';
  const now = useQuery({
    queryKey: ['send', 'import', of.id, of.state],
    queryFn: async () => (await http.GET('/v1/imports/{id}', { params: { path: { id: of.id } } })).data as Import,
    refetchInterval: going === undefined ? false : LOOK_EVERY_MS,
    enabled: isOpen,
    meta: { live: false },
  });
  const { rows } = now.data ?? of;
  const resume = async (file: File | null) => {
    if (file === null) return;
    setResumed(0);
    setError(undefined);
    try {
      await sendFile(of.id, file, (now.data ?? of).nextByte, setResumed);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setResumed(undefined);
      await onChanged();
    }
  };
  return (
    <Paper p="md" role="group" aria-label={t('to.progress')}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <StateBadge of="import" state={of.state} />
            <Text fw={560}>{t('to.done', { count: rows.taken })}</Text>
            {rows.leftOut > 0 && <Text c="var(--mantine-color-error)">{t('to.leftOut', { count: rows.leftOut })}</Text>}
          </Group>
          {going === undefined && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setRemoving(true)}>
              {t('to.removeFile')}
            </Button>
          )}
        </Group>
        {going !== undefined && (
          <div role="status">
            <Progress value={going * 100} animated aria-label={t('to.progress')} />
            <Text size="sm" mt={4}>
              {t('to.soFar', { taken: rows.taken, left: rows.leftOut })}
            </Text>
          </div>
        )}
        {isOpen && going === undefined && (
          <>
            <Text size="sm">
              <strong>{t('to.pause')}.</strong> {t('to.pauseText')}
            </Text>
            <FileButton onChange={(file) => void resume(file)}>
              {(button) => (
                <Button {...button} variant="default" w="fit-content">
                  {t('to.resume')}
                </Button>
              )}
            </FileButton>
          </>
        )}
        {error !== undefined && <ProblemNote error={error} />}
        {rows.leftOut > 0 && going === undefined && (
          <>
            <Text size="sm">{t('to.leftOutText')}</Text>
            <LeftOutRows importId={of.id} />
            <Button
              variant="default"
              w="fit-content"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => void download(`/v1/imports/${of.id}/errors.csv`, 'errors.csv').catch(setError)}
            >
              {t('to.downloadErrors')}
            </Button>
          </>
        )}
      </Stack>
      {isRemoving && (
        <ActionDialog
          title={t('to.removeFile')}
          effect={t('to.removeEffect')}
          confirm={t('to.removeFile')}
          danger
          run={() => http.DELETE('/v1/imports/{id}', { params: { path: { id: of.id } } })}
          onDone={() => void onChanged()}
          onClose={() => setRemoving(false)}
        />
      )}
    </Paper>
  );
}
