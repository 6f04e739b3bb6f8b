import { FileButton, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, http, queries } from '../../../api/client.ts';
import { ProblemNote } from '../../../api/ProblemNote.tsx';
import { useDraft } from '../draft-state.tsx';
import { refusedBefore, uploadPdf } from './upload-pdf.ts';

/** The sender's paper, laid under the letter. It is kept to be used again. */
export function Letterhead() {
  const { t } = useTranslation('send');
  const { options, choose } = useDraft();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const kept = api.useQuery('get', '/v1/documents', {
    params: { query: { library: 'letterhead', newest: 'true', limit: 200 } },
  });
  const add = async (file: File | null) => {
    if (file === null || refusedBefore(file)) return;
    setSending(true);
    setError(undefined);
    try {
      const { id, state } = await uploadPdf(file, () => undefined);
      if (state === 'stored')
        await http.PATCH('/v1/documents/{id}', { params: { path: { id } }, body: { library: 'letterhead' } });
      await queries.invalidateQueries({ queryKey: ['get', '/v1/documents'] });
      choose({ backgroundPage: id });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  };
  const known = (kept.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name ?? t('what.unnamed') }));
  const chosen = options.backgroundPage ?? '';
  const other = chosen !== '' && !known.some(({ value }) => value === chosen);
  return (
    <section>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('what.letterhead')}
          description={t('what.letterheadHint')}
          w="min(26rem, 100%)"
          value={chosen}
          data={[
            { value: '', label: t('what.noLetterhead') },
            ...known,
            ...(other ? [{ value: chosen, label: t('what.unnamed') }] : []),
          ]}
          onChange={(value) => choose({ backgroundPage: value || undefined })}
        />
        <FileButton accept="application/pdf,.pdf" onChange={(file) => void add(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={isSending}>
              {t('what.addLetterhead')}
            </Button>
          )}
        </FileButton>
      </Group>
      {known.length === 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('what.noLibrary')}
        </Text>
      )}
      {error !== undefined && <ProblemNote error={error} />}
    </section>
  );
}
