import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconCircleDashed, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { Page } from '../../components/Page.tsx';
import { Section } from '../../components/Section.tsx';
import { Sign } from '../../components/Sign.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { IdentityProviderForm } from './IdentityProviderForm.tsx';
import { identityProviderAt } from './identity-provider-at.ts';

/** Where the people of the account, or the provider's own, sign in: what to register there, and the identity provider itself. */
export function SingleSignOnPage() {
  const { t } = useTranslation('people');
  const { desk, may } = useDesk();
  const at = identityProviderAt(desk.kind);
  const { data, error, refetch } = useQuery({ queryKey: [at.path], queryFn: at.read });
  const [isRemoving, setRemoving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const keeps = may(at.keeps);
  const provider = data?.identityProvider ?? null;
  return (
    <Page title={t('sso.title')} lead={t('sso.lead')} badge={data && <State of={provider} />}>
      {error !== null && <ProblemNote error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <Stack gap="lg" maw={760}>
          <Section title={t('sso.there')}>
            <Stack gap="sm">
              <Text size="sm">{t('sso.thereText')}</Text>
              <ToCopy label={t('sso.redirect')} value={data.redirectUri} />
              <ToCopy label={t('sso.signedOut')} value={data.signedOutUri} />
            </Stack>
          </Section>
          <Section
            title={t('sso.here')}
            actions={
              keeps &&
              provider !== null && (
                <Button variant="default" size="compact-sm" c="red" onClick={() => setRemoving(true)}>
                  {t('sso.remove')}
                </Button>
              )
            }
          >
            <IdentityProviderForm
              key={provider?.id ?? 'new'}
              provider={provider}
              isReadOnly={!keeps}
              save={at.save}
              isSaved={isSaved}
              onSaved={(is) => {
                setSaved(is);
                if (is) void queries.invalidateQueries();
              }}
            />
          </Section>
        </Stack>
      )}
      {isRemoving && (
        <ActionDialog
          title={t('sso.removeTitle')}
          effect={t('sso.removeEffect')}
          confirm={t('sso.remove')}
          danger
          run={at.remove}
          onDone={() => void queries.invalidateQueries()}
          onClose={() => setRemoving(false)}
        />
      )}
    </Page>
  );
}

function State({ of }: { of: Schemas['IdentityProvider'] | null }) {
  const { t } = useTranslation('people');
  if (of === null)
    return (
      <Sign tone="quiet" icon={IconCircleDashed}>
        {t('sso.state.none')}
      </Sign>
    );
  return of.required ? (
    <Sign tone="good" icon={IconLock}>
      {t('sso.state.required')}
    </Sign>
  ) : (
    <Sign tone="good" icon={IconCheck}>
      {t('sso.state.offered')}
    </Sign>
  );
}

function ToCopy({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('frame');
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Group gap="xs">
        <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" aria-label={`${t('action.copy')} : ${label}`} onClick={copy}>
              {t(copied ? 'action.copied' : 'action.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}
