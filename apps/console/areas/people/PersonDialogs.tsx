import { Button, Checkbox, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, queries, type Schemas } from '../../api/client.ts';
import { ProblemNote } from '../../api/ProblemNote.tsx';
import { ActionDialog } from '../../components/ActionDialog.tsx';
import { useDesk } from '../../frame/desk.tsx';
import { languageNames, languages, type Language } from '../../words/language.ts';
import { useAttempt } from '../sign-in/attempt.ts';
import type { Person } from './PeopleList.tsx';
import { RightsField } from './RightsField.tsx';

type Role = Person['role'];
type Mode = Person['modes'][number];

/** Whose people are kept: an account's, by its administrators, or the provider's own. */
export type Of = 'account' | 'staff';
const rolesOf = {
  account: ['sender', 'administrator'],
  staff: ['operator', 'supervisor', 'manager', 'auditor'],
} as const;
const atSite = (role: Role) => role === 'operator' || role === 'supervisor';
const reload = () => void queries.invalidateQueries();

/** Invites somebody by e-mail. */
export function InviteDialog({
  of,
  sites = [],
  onClose,
}: {
  of: Of;
  sites?: readonly Schemas['Site'][];
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['people', 'access', 'frame']);
  const { desk } = useDesk();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>(of === 'account' ? 'sender' : 'operator');
  const [chosen, setSite] = useState<string | null>(null);
  // The dialog may be open before the print rooms have come.
  const siteId = chosen ?? sites[0]?.id ?? null;
  const [modes, setModes] = useState<Mode[]>(desk.mode ? [desk.mode] : []);
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'fr');
  const person = { email: email.trim(), language, ...(name.trim() !== '' && { name: name.trim() }) };
  return (
    <ActionDialog
      title={t('invite.title')}
      effect={t('invite.effect')}
      confirm={t('invite.go')}
      ready={email.trim() !== '' && (of === 'staff' ? !atSite(role) || siteId !== null : modes.length > 0)}
      run={({ once }) =>
        of === 'account'
          ? http.POST('/v1/people', { body: { ...person, role: role as 'sender', modes }, headers: once })
          : http.POST('/v1/provider/staff', {
              body: { ...person, role: role as 'operator', ...(atSite(role) && siteId && { siteId }) },
            })
      }
      onDone={reload}
      onClose={onClose}
    >
      <Stack gap="sm">
        <TextInput
          label={t('invite.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
          data-autofocus
        />
        <TextInput
          label={t('invite.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
        />
        <Select
          label={t('invite.role')}
          data={rolesOf[of].map((value) => ({ value, label: t(`access:role.${value}`) }))}
          value={role}
          onChange={(value) => value && setRole(value as Role)}
          allowDeselect={false}
        />
        {atSite(role) && (
          <Select
            label={t('invite.site')}
            data={sites.map((site) => ({ value: site.id, label: site.name }))}
            value={siteId}
            onChange={setSite}
            allowDeselect={false}
          />
        )}
        {of === 'account' && <ModesField value={modes} onChange={setModes} />}
        <Select
          label={t('invite.language')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={(value) => value && setLanguage(value as Language)}
          allowDeselect={false}
        />
      </Stack>
    </ActionDialog>
  );
}

function ModesField({ value, onChange }: { value: Mode[]; onChange: (modes: Mode[]) => void }) {
  const { t } = useTranslation(['people', 'frame']);
  const { modes } = useDesk().desk;
  return (
    <Checkbox.Group label={t('invite.modes')} value={value} onChange={(to) => onChange(to as Mode[])}>
      <Group mt="xs">
        {(['test', 'live'] as const).map((mode) => (
          <Checkbox key={mode} value={mode} label={t(`frame:desk.${mode}`)} disabled={!modes.includes(mode)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** Changes what somebody may do, or takes their desk away. */
export function EditDialog({ of, person, onClose }: { of: Of; person: Person; onClose: () => void }) {
  const { t } = useTranslation(['people', 'access']);
  const { desk } = useDesk();
  const name = person.name || person.email;
  const [rights, setRights] = useState<string[]>([...person.scopes]);
  const [modes, setModes] = useState<Mode[]>([...person.modes]);
  const [isSuspended, setSuspended] = useState(person.state === 'suspended');
  const [step, setStep] = useState<'edit' | 'remove' | 'reset'>('edit');
  const { isRunning, error, run } = useAttempt();
  const held = of === 'account' || person.kind === 'provider' ? new Set(desk.scopes) : undefined;
  const path = { params: { path: { id: person.id } } };
  const isInvited = person.state === 'invited';

  if (step === 'remove')
    return (
      <ActionDialog
        key="remove"
        title={t('edit.removeTitle', { name })}
        effect={t('edit.removeEffect')}
        confirm={t('edit.remove')}
        danger
        run={() =>
          of === 'account' ? http.DELETE('/v1/people/{id}', path) : http.DELETE('/v1/provider/staff/{id}', path)
        }
        onDone={reload}
        onClose={onClose}
      />
    );
  if (step === 'reset')
    return (
      <ActionDialog
        key="reset"
        title={t('edit.resetFactor')}
        effect={t('edit.resetEffect')}
        confirm={t('edit.resetFactor')}
        danger
        run={() => http.DELETE('/v1/provider/staff/{id}/second-factor', path)}
        onDone={reload}
        onClose={onClose}
      />
    );
  const state = isInvited ? {} : { state: isSuspended ? ('suspended' as const) : ('active' as const) };
  const again = () =>
    run(async () => {
      if (of === 'account') await http.PUT('/v1/people/{id}/invitation', path);
      else await http.PUT('/v1/provider/staff/{id}/invitation', path);
      onClose();
    });
  return (
    <ActionDialog
      title={t('edit.title', { name })}
      effect={t('edit.effect')}
      confirm={t('edit.save')}
      ready={rights.length > 0}
      run={() =>
        of === 'account'
          ? http.PATCH('/v1/people/{id}', { ...path, body: { scopes: rights, modes, ...state } })
          : http.PATCH('/v1/provider/staff/{id}', { ...path, body: { scopes: rights, ...state } })
      }
      onDone={reload}
      onClose={onClose}
    >
      <Stack gap="md">
        <RightsField
          known={of === 'account' ? desk.scopes : []}
          held={held}
          had={person.scopes}
          value={rights}
          onChange={setRights}
        />
        {of === 'account' && <ModesField value={modes} onChange={setModes} />}
        {!isInvited && (
          <Switch
            label={t('edit.suspended')}
            checked={isSuspended}
            onChange={(event) => setSuspended(event.currentTarget.checked)}
          />
        )}
        {error !== undefined && <ProblemNote error={error} />}
        <Group gap="xs">
          {isInvited && (
            <Button variant="default" size="compact-sm" loading={isRunning} onClick={() => void again()}>
              {t('invite.again')}
            </Button>
          )}
          {of === 'staff' && person.hasSecondFactor && (
            <Button variant="default" size="compact-sm" onClick={() => setStep('reset')}>
              {t('edit.resetFactor')}
            </Button>
          )}
          <Button variant="default" size="compact-sm" c="red" onClick={() => setStep('remove')}>
            {t('edit.remove')}
          </Button>
        </Group>
      </Stack>
    </ActionDialog>
  );
}
