import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstOffChecks, type FirstOffCheck } from '#domain/first-off';
import { http } from '../../api/client.ts';
import { ActionDialog } from '../../components/ActionDialog.tsx';

/** The first closed envelope of a lot, looked at and signed. What is not ticked was not in order. */
export function FirstOffDialog({ lotId, onClose }: { lotId: string; onClose: () => void }) {
  const { t } = useTranslation('floor');
  const cache = useQueryClient();
  const [windowCode, setWindowCode] = useState('');
  const [good, setGood] = useState<readonly FirstOffCheck[]>([]);
  const failedChecks = firstOffChecks.filter((check) => !good.includes(check));
  return (
    <ActionDialog
      title={t('lots.firstOffSign')}
      effect={failedChecks.length === 0 ? t('lots.firstOffPassed') : t('lots.firstOffSignText')}
      text="optional"
      ready={windowCode.trim() !== ''}
      confirm={t('lots.firstOffSign')}
      run={({ text, once }) =>
        http.POST('/v1/site/lots/{id}/first-off', {
          params: { path: { id: lotId } },
          headers: once,
          body: {
            windowCode: windowCode.trim(),
            failedChecks: [...failedChecks],
            ...(text !== '' && { text }),
            reason: 'first_off',
          },
        })
      }
      result={() => t(failedChecks.length === 0 ? 'lots.firstOffPassed' : 'lots.firstOffFailed')}
      onDone={() => void cache.invalidateQueries()}
      onClose={onClose}
    >
      <Stack gap="xs">
        <TextInput
          label={t('lots.firstOffCode')}
          value={windowCode}
          onChange={(event) => setWindowCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A scanner ends with Enter: the code is in, the checks come next.
            if (event.key === 'Enter') event.preventDefault();
          }}
          data-autofocus
          required
          autoComplete="off"
          spellCheck={false}
        />
        <Checkbox.Group value={[...good]} onChange={(checks) => setGood(checks as FirstOffCheck[])}>
          <Stack gap={6}>
            {firstOffChecks.map((check) => (
              <Checkbox key={check} value={check} label={t(`lots.check.${check}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </ActionDialog>
  );
}
