import { Checkbox, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem.ts';
import { useDraft } from '../draft-state.tsx';
import { Attachments } from './Attachments.tsx';
import { DocumentCard } from './DocumentCard.tsx';
import { FileDrop } from './FileDrop.tsx';
import { SplitLink } from '../split/SplitLink.tsx';
import { Letterhead } from './Letterhead.tsx';
import { RefusedPdf } from './RefusedPdf.tsx';
import { RepairProposal } from './RepairProposal.tsx';
import { refusedBefore, uploadPdf, type DocumentView } from './upload-pdf.ts';
import { UploadProgress, type Upload } from './UploadProgress.tsx';

type State = Upload | { at: 'refused'; file: File; problem: Problem } | { at: 'proposed'; document: DocumentView };

/** The letter and its attachments as PDFs. */
export function DocumentContent() {
  const { t } = useTranslation('send');
  const { preparation, prepare } = useDraft();
  const [state, setState] = useState<State>({ at: 'rest' });
  const content = preparation.content?.kind === 'document' ? preparation.content : { kind: 'document' as const };
  const attachments = preparation.attachments ?? [];
  const set = (change: Partial<typeof content>) => prepare({ content: { ...content, ...change } });

  const take = (document: DocumentView, isLetter: boolean) => {
    if (isLetter) prepare({ content: { kind: 'document', documentId: document.id } });
    else prepare({ attachments: [...attachments, { documentId: document.id }] });
    setState({ at: 'rest' });
  };
  const send = async (files: File[], repair = false) => {
    let isLetter = content.documentId === undefined;
    const added = [...attachments];
    for (const file of files) {
      const why = refusedBefore(file);
      if (why) return setState({ at: 'unfit', why });
      setState({ at: 'sending', name: file.name, share: 0 });
      try {
        const document = await uploadPdf(file, (share) => setState({ at: 'sending', name: file.name, share }), {
          repair,
        });
        if (document.state === 'proposed') return setState({ at: 'proposed', document });
        if (isLetter) prepare({ content: { kind: 'document', documentId: document.id } });
        else prepare({ attachments: (added.push({ documentId: document.id }), [...added]) });
        isLetter = false;
        setState({ at: 'rest' });
      } catch (error) {
        const isFound = error instanceof Problem && error.status === 422;
        return setState(isFound ? { at: 'refused', file, problem: error } : { at: 'failed', error });
      }
    }
  };

  return (
    <Stack gap="lg">
      {content.documentId !== undefined && (
        <section aria-labelledby="the-letter">
          <Title order={3} id="the-letter" mb="xs">
            {t('what.letter')}
          </Title>
          <DocumentCard
            id={content.documentId}
            pages={content.pages}
            onRemove={() => prepare({ content: { kind: 'document' } })}
          />
          <Stack gap="sm" mt="sm" maw="30rem">
            <SplitLink documentId={content.documentId} />
            <TextInput
              label={t('what.onlyPages')}
              description={t('what.onlyPagesHint')}
              value={content.pages ?? ''}
              onChange={({ currentTarget: { value } }) =>
                set({ pages: value.trim() === '' ? undefined : value.trim() })
              }
            />
            <Checkbox
              label={t('what.addressPage')}
              description={t('what.addressPageHint')}
              checked={content.addressPage === 'add'}
              onChange={({ currentTarget: { checked } }) => set({ addressPage: checked ? 'add' : 'auto' })}
            />
          </Stack>
        </section>
      )}
      {state.at === 'refused' ? (
        <RefusedPdf
          file={state.file}
          problem={state.problem}
          onRepair={() => void send([state.file], true)}
          onAnother={() => setState({ at: 'rest' })}
        />
      ) : state.at === 'proposed' ? (
        <RepairProposal
          document={state.document}
          onAccepted={(document) => take(document, content.documentId === undefined)}
          onReject={() => setState({ at: 'rest' })}
        />
      ) : (
        <FileDrop
          label={t(content.documentId === undefined ? 'what.drop' : 'what.dropMore')}
          hint={t('what.dropHint')}
          accept="application/pdf,.pdf"
          multiple
          busy={state.at === 'sending'}
          onFiles={(files) => void send(files)}
        />
      )}
      <UploadProgress of={state} />
      <Attachments />
      <Letterhead />
    </Stack>
  );
}
