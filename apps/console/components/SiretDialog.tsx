import { Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isSiret, readSiret } from '#domain/people/siret';
import { ActionDialog } from './ActionDialog.tsx';
import { siretText } from './Verification.tsx';

/** Asks for the SIRET of an organisation; a number that its rule does not hold is told while it is typed. */
export function SiretDialog({
  title,
  effect,
  siret,
  run,
  onDone,
  onClose,
  children,
}: {
  title: string;
  effect: ReactNode;
  /** The one known so far. */
  siret: string | null;
  run: (siret: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('people');
  const [typed, setTyped] = useState(siret === null ? '' : siretText(siret));
  const digits = readSiret(typed);
  const isRight = digits !== undefined && isSiret(digits);
  const isWhole = typed.replace(/\D/g, '').length >= 14;
  return (
    <ActionDialog
      title={title}
      effect={effect}
      confirm={t('siret.save')}
      ready={isRight}
      run={() => run(digits ?? '')}
      onDone={onDone}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t('siret.label')}
          description={t('siret.hint')}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={isWhole && !isRight ? t('siret.wrong') : undefined}
          maxLength={40}
          required
          data-autofocus
        />
        {children}
      </Stack>
    </ActionDialog>
  );
}
