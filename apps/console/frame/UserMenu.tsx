import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden, useMantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keepLanguage, signOut, signOutThere } from '../api/session.ts';
import { languageNames, languages, speak, type Language } from '../words/language.ts';
import { useDesk } from './desk.tsx';

const schemes = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;

/** The person's own menu: their language, the appearance of this browser, the way out. */
export function UserMenu() {
  const { t, i18n } = useTranslation('frame');
  const { person, signedInBy } = useDesk().session;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    await signOut();
    // All that was on screen goes with the page.
    window.location.assign('/app');
  };
  const leaveThere = async () => window.location.assign((await signOutThere()) ?? '/app');
  const say = (language: Language) => {
    speak(language);
    // The screen has changed already; what could not be kept is kept the next time.
    if (language !== person.language) void keepLanguage(language).catch(() => undefined);
  };
  const chosen = (is: boolean) => (is ? <IconCheck size={15} aria-hidden /> : undefined);
  return (
    <Menu position="bottom-end" width={230} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar size={32} color="pli" variant="filled" name={person.name} alt="" aria-hidden />
          <VisuallyHidden>{`${t('user.menu')} (${person.name})`}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {person.name}
          </Text>
          <Text size="xs">{person.email}</Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/me" leftSection={<IconUserCircle size={16} aria-hidden />} closeMenuOnClick>
          {t('user.profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('user.language')}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            aria-current={i18n.language === language ? 'true' : undefined}
            rightSection={chosen(i18n.language === language)}
            onClick={() => say(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Label>{t('user.appearance')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => {
          const Icon = schemes[scheme];
          return (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={16} aria-hidden />}
              aria-current={colorScheme === scheme ? 'true' : undefined}
              rightSection={chosen(colorScheme === scheme)}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`user.${scheme}`)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('user.signOut')}
        </Menu.Item>
        {signedInBy === 'single_sign_on' && (
          <Menu.Item leftSection={<IconBuilding size={16} aria-hidden />} onClick={() => void leaveThere()}>
            {t('user.signOutThere')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
