import { Alert, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { useDraft } from '../draft-state.tsx';
import { FileDrop } from '../what/FileDrop.tsx';
import { isDone } from '../steps.ts';
import { DraftLetters } from './DraftLetters.tsx';
import { FileColumns } from './FileColumns.tsx';
import { ImportCard } from './ImportCard.tsx';
import { beginningOf, sendFile, startImport, type Beginning, type Mapping } from './import-file.ts';

type State =
  | { at: 'rest' }
  | { at: 'columns'; file: File; beginning: Beginning }
  | { at: 'sending'; share: number }
  | { at: 'failed'; error: unknown };

/** A file of recipients: how it is read, how far it is, what was left out, and who is in it. */
export function RecipientFile() {
  const { t } = useTranslation('send');
  const state = useDraft();
  const { draft, preparation, id, flush, reload } = state;
  const [at, setAt] = useState<State>({ at: 'rest' });
  const versionId = preparation.content?.kind === 'template' ? preparation.content.templateVersionId : undefined;

  const look = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      if (/\.(jsonl|ndjson)$/i.test(file.name)) return await read(file, undefined);
      setAt({ at: 'columns', file, beginning: await beginningOf(file, versionId) });
    } catch (error) {
      setAt({ at: 'failed', error });
    }
  };
  const read = async (file: File, mapping: Mapping | undefined) => {
    setAt({ at: 'sending', share: 0 });
    try {
      await flush();
      // A letter to one recipient that was prepared before is no row of the file.
      if (draft.letter !== null && draft.imports.length === 0)
        await http.DELETE('/v1/orders/{id}/letters/{letterId}', {
          params: { path: { id, letterId: draft.letter.id } },
        });
      const importId = await startImport(id, preparation, mapping);
      await reload();
      await sendFile(importId, file, 0, (share) => setAt({ at: 'sending', share }));
      setAt({ at: 'rest' });
    } catch (error) {
      setAt({ at: 'failed', error });
    } finally {
      await reload();
    }
  };

  if (!isDone('what', state))
    return (
      <Alert icon={<IconArrowLeft aria-hidden />} color="yellow">
        {t('to.contentFirst')}
      </Alert>
    );
  return (
    <Stack gap="lg">
      {draft.imports.map((one) => (
        <ImportCard
          key={one.id}
          of={one}
          share={at.at === 'sending' && one.state !== 'complete' ? at.share : undefined}
          onChanged={reload}
        />
      ))}
      {draft.imports.length === 0 && draft.order.letterCount > 1 && (
        <Text>{t('to.existing', { count: draft.order.letterCount })}</Text>
      )}
      {at.at === 'failed' && <ProblemNote error={at.error} />}
      {at.at === 'columns' ? (
        <FileColumns
          beginning={at.beginning}
          isDocument={preparation.content?.kind === 'document'}
          onStart={(mapping) => void read(at.file, mapping)}
          onCancel={() => setAt({ at: 'rest' })}
        />
      ) : (
        <FileDrop
          label={t(draft.imports.length > 0 ? 'to.another' : 'to.fileDrop')}
          hint={t('to.fileHint')}
          accept=".csv,.txt,.jsonl,.ndjson,text/csv"
          busy={at.at === 'sending'}
          onFiles={([file]) => void look(file)}
        />
      )}
      {draft.order.letterCount > 0 && draft.imports.every((one) => one.state === 'complete') && <DraftLetters />}
    </Stack>
  );
}
