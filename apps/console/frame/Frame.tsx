import { AppShell, Box, Burger, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { LiveEvents } from '../api/live.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { useDesk } from './desk.tsx';
import { DeskSwitch } from './DeskSwitch.tsx';
import classes from './Frame.module.css';
import { LiveSign } from './LiveSign.tsx';
import { Navigation } from './Navigation.tsx';
import logo from './pli.svg';
import { SearchBox } from './SearchBox.tsx';
import { SignedIn } from './SignedIn.tsx';
import { UserMenu } from './UserMenu.tsx';

/** What stands around every page: brand, search, desk, navigation; and who is not signed in does not come in. */
export function Frame() {
  return (
    <SignedIn>
      <Shell />
    </SignedIn>
  );
}

const streams = { account: '/v1/events/stream', site: '/v1/site/events/stream' } as const;

function Shell() {
  const { t } = useTranslation('frame');
  const { desk, may } = useDesk();
  const [isOpen, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(menu.close, [pathname]); // eslint-disable-line react-hooks/exhaustive-deps -- the menu is no reason
  const hears = desk.kind === 'account' ? may('events:read') : desk.kind === 'site' && may('floor:read');
  return (
    <LiveEvents path={hears ? streams[desk.kind as keyof typeof streams] : undefined}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 228, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
        padding={{ base: 'md', sm: 'lg' }}
        withBorder={false}
      >
        <AppShell.Header className={classes.header} data-mode={desk.mode}>
          <Burger
            opened={isOpen}
            onClick={menu.toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t(isOpen ? 'closeMenu' : 'openMenu')}
          />
          <Link to="/" className={classes.brand} aria-label={t('product')}>
            <img src={logo} width={26} height={26} alt="" />
            <Text span inherit visibleFrom="xs">
              {t('product')}
            </Text>
          </Link>
          {desk.mode === 'test' && <span className={classes.test}>{t('desk.test')}</span>}
          {desk.kind === 'account' || desk.kind === 'site' ? <SearchBox /> : <Box flex={1} />}
          {hears && <LiveSign />}
          <DeskSwitch visibleFrom="sm" />
          <UserMenu />
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar} aria-label={t('navigation')}>
          <DeskSwitch hiddenFrom="sm" />
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          <div className={classes.content}>
            <Suspense fallback={<Waiting />}>
              <Outlet />
            </Suspense>
          </div>
        </AppShell.Main>
      </AppShell>
    </LiveEvents>
  );
}
