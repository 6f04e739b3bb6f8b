import { Anchor } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Sign } from '../../components/Sign.tsx';
import { useDraft } from './draft-state.tsx';

/** Whether the draft is safe at the server, in words. */
export function SavedSign() {
  const { t } = useTranslation('send');
  const { saving, flush } = useDraft();
  if (saving === 'failed')
    return (
      <Sign tone="bad" icon={IconCloudOff}>
        {t('notSaved')}{' '}
        <Anchor component="button" type="button" size="xs" onClick={() => void flush().catch(() => undefined)}>
          {t('saveAgain')}
        </Anchor>
      </Sign>
    );
  const isSaved = saving === 'saved';
  return (
    <span role="status">
      <Sign tone={isSaved ? 'quiet' : 'busy'} icon={isSaved ? IconCloudCheck : IconCloudUp}>
        {t(isSaved ? 'saved' : 'saving')}
      </Sign>
    </span>
  );
}
