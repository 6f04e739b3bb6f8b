import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../api/ProblemNote.tsx';

/** How far the sending of a PDF is, or why nothing came of it. */
export type Upload =
  | { at: 'rest' }
  | { at: 'sending'; name: string; share: number }
  | { at: 'unfit'; why: 'tooLarge' | 'notPdf' }
  | { at: 'failed'; error: unknown };

/** Says it below the place where files are dropped; whatever else may be shown there says nothing here. */
export function UploadProgress({ of }: { of: Upload | { at: 'refused' | 'proposed' } }) {
  const { t } = useTranslation('send');
  return (
    <>
      <div role="status">
        {of.at === 'sending' && (
          <>
            <Text size="sm" my={4}>
              {t(of.share < 1 ? 'what.uploading' : 'what.examining', { name: of.name })}
            </Text>
            <Progress value={of.share * 100} animated aria-label={t('what.uploading', { name: of.name })} />
          </>
        )}
        {of.at === 'unfit' && <Text c="var(--mantine-color-error)">{t(`what.${of.why}`)}</Text>}
      </div>
      {of.at === 'failed' && <ProblemNote error={of.error} />}
    </>
  );
}
