import { SegmentedControl, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../frame/desk.tsx';
import { useDraft } from '../draft-state.tsx';
import { DocumentContent } from './DocumentContent.tsx';
import { TemplateContent } from './TemplateContent.tsx';

/** What is sent: a PDF as it is, or a template filled in. */
export function StepWhat() {
  const { t } = useTranslation('send');
  const { may } = useDesk();
  const { preparation, prepare } = useDraft();
  const [kept, setKept] = useState(preparation.content);
  const kind = preparation.content?.kind ?? 'document';
  const change = (to: string) => {
    if (to === kind) return;
    // What was chosen before comes back when its kind does.
    setKept(preparation.content);
    const former = kept?.kind === to ? kept : undefined;
    prepare({ content: former ?? (to === 'template' ? { kind: 'template', data: {} } : { kind: 'document' }) });
  };
  return (
    <Stack gap="lg">
      <Title order={2}>{t('what.title')}</Title>
      {may('templates:read') && (
        <SegmentedControl
          aria-label={t('what.way')}
          value={kind}
          onChange={change}
          data={[
            { value: 'document', label: t('what.document') },
            { value: 'template', label: t('what.template') },
          ]}
        />
      )}
      {kind === 'document' ? <DocumentContent /> : <TemplateContent />}
    </Stack>
  );
}
