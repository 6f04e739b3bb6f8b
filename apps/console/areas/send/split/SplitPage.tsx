import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../../components/Page.tsx';
import { FileDrop } from '../what/FileDrop.tsx';
import { refusedBefore, uploadPdf } from '../what/upload-pdf.ts';
import { UploadProgress, type Upload } from '../what/UploadProgress.tsx';
import { SplitDocument } from './SplitDocument.tsx';

/** One PDF of many letters, as a billing run prints it: where each begins is found, and a draft is made of them. */
export function SplitPage() {
  const { t } = useTranslation('send');
  const { documentId } = useParams();
  return (
    <Page title={t('split.title')} lead={t('split.lead')} back={{ to: '/send', name: t('back') }}>
      {documentId === undefined ? <LongPdf /> : <SplitDocument key={documentId} documentId={documentId} />}
    </Page>
  );
}

function LongPdf() {
  const { t } = useTranslation('send');
  const navigate = useNavigate();
  const [state, setState] = useState<Upload>({ at: 'rest' });
  const send = async (file: File | undefined) => {
    if (file === undefined) return;
    const why = refusedBefore(file);
    if (why) return setState({ at: 'unfit', why });
    const told = (share: number) => setState({ at: 'sending', name: file.name, share });
    told(0);
    try {
      const { id } = await uploadPdf(file, told, { purpose: 'split' });
      await navigate(`/send/split/${id}`);
    } catch (error) {
      setState({ at: 'failed', error });
    }
  };
  return (
    <>
      <FileDrop
        label={t('what.drop')}
        hint={t('split.dropHint')}
        accept="application/pdf,.pdf"
        busy={state.at === 'sending'}
        onFiles={([file]) => void send(file)}
      />
      <UploadProgress of={state} />
    </>
  );
}
