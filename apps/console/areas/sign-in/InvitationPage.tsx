import { Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconBuilding, IconCircleCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { http, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { Nothing } from '../../components/Nothing.tsx';
import { useAttempt } from './attempt.ts';
import { OfLink } from './OfLink.tsx';
import { goToOrganisation } from './organisation.ts';
import { Outside } from './Outside.tsx';

/** An invitation, opened from its mail. */
export default function InvitationPage() {
  const { t } = useTranslation('access');
  return (
    <OfLink
      title={t('invitation.title')}
      missing={{ title: t('invitation.missing'), text: t('invitation.missingText') }}
      look={async (token) => (await http.POST('/v1/links/look', { body: { token } })).data as Schemas['Link']}
    >
      {(link, token) => <Accept token={token} link={link} />}
    </OfLink>
  );
}

function Accept({ token, link }: { token: string; link: Schemas['Link'] }) {
  const { t, i18n } = useTranslation('access');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(link.name);
  const [password, setPassword] = useState('');
  const [isKnown, setKnown] = useState(false);
  const { isRunning, error, run } = useAttempt();
  const { desk } = link;
  const accept = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const language = i18n.language === 'en' ? 'en' : 'fr';
      const chosen = link.asksPassword ? ({ password, name, language } as const) : {};
      const { data } = await http.POST('/v1/invitations/accept', { body: { token, ...chosen } });
      if (!data) return setKnown(true);
      cache.setQueryData(['get', '/v1/session'], data);
      await navigate('/sign-in', { replace: true });
    });
  };
  if (isKnown)
    return (
      <Outside title={t('invitation.title')}>
        <Nothing icon={IconCircleCheck} title={t('invitation.accepted')} text={t('invitation.acceptedText')}>
          <Button component={Link} to="/sign-in">
            {t('signIn.go')}
          </Button>
        </Nothing>
      </Outside>
    );
  return (
    <Outside title={t('invitation.title')} lead={desk && t(`invitation.${desk.kind}`, { place: desk.name })}>
      <form onSubmit={accept}>
        <Stack gap="sm">
          {desk && <Text size="sm">{t('invitation.as', { role: t(`role.${desk.role}`), email: link.email })}</Text>}
          {link.singleSignOn !== 'none' && <ByOrganisation link={link} />}
          {link.singleSignOn === 'required' ? null : link.asksPassword ? (
            <>
              {/* For the browser's own keeping of passwords. */}
              <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
              <TextInput
                label={t('invitation.name')}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                autoComplete="name"
                maxLength={100}
                required
              />
              <NewPassword value={password} onChange={setPassword} />
            </>
          ) : (
            <Text size="sm">{t('invitation.known')}</Text>
          )}
          {error !== undefined && <ProblemNote error={error} />}
          {link.singleSignOn !== 'required' && (
            <Button type="submit" loading={isRunning} variant={link.singleSignOn === 'none' ? 'filled' : 'default'}>
              {t('invitation.accept')}
            </Button>
          )}
        </Stack>
      </form>
    </Outside>
  );
}

/** Who comes back from their organisation by the address that was invited has accepted. */
function ByOrganisation({ link }: { link: Schemas['Link'] }) {
  const { t } = useTranslation('access');
  const { isRunning, error, run } = useAttempt();
  return (
    <>
      <Text size="sm">{t('organisation.acceptText')}</Text>
      {error !== undefined && <ProblemNote error={error} />}
      <Button
        leftSection={<IconBuilding size={18} aria-hidden />}
        loading={isRunning}
        onClick={() => void run(() => goToOrganisation(link.email, '/'))}
      >
        {t('organisation.accept')}
      </Button>
      {link.singleSignOn === 'offered' && <Divider label={t('organisation.or')} />}
    </>
  );
}

/** A password that is chosen now. */
export function NewPassword({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange: (to: string) => void;
  label?: string;
}) {
  const { t } = useTranslation('access');
  return (
    <PasswordInput
      label={label ?? t('newPassword.label')}
      description={t('newPassword.hint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('newPassword.show') }}
    />
  );
}
