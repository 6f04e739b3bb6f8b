import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { useAttempt } from './attempt.ts';
import { goToOrganisation } from './organisation.ts';

/** The way in by one's organisation, which is found by the domain of the e-mail. */
export function OrganisationForm({ next, onBack }: { next: string; onBack: () => void }) {
  const { t } = useTranslation('access');
  const [email, setEmail] = useState('');
  const { isRunning, error, run } = useAttempt();
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(() => goToOrganisation(email.trim(), next));
  };
  return (
    <Stack gap="md">
      <form onSubmit={send}>
        <Stack gap="sm">
          <TextInput
            label={t('signIn.email')}
            description={t('organisation.hint')}
            type="email"
            name="email"
            autoComplete="username"
            required
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {error !== undefined && <ProblemNote error={error} />}
          <Button type="submit" loading={isRunning} leftSection={<IconBuilding size={18} aria-hidden />} fullWidth>
            {t('organisation.go')}
          </Button>
        </Stack>
      </form>
      <Anchor component="button" type="button" size="sm" ta="center" onClick={onBack}>
        {t('organisation.byPassword')}
      </Anchor>
    </Stack>
  );
}
