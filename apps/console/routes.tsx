import {
  IconAlertHexagon,
  IconBarcode,
  IconCalendarCheck,
  IconHourglass,
  IconInbox,
  IconLayoutDashboard,
  IconMail,
  IconMailbox,
  IconPrinter,
  IconScale,
  IconSearch,
  IconStack2,
  IconTruckDelivery,
  type IconProps,
} from '@tabler/icons-react';
import { IconKey, IconMailbox, IconUser, IconUsers, IconUsersGroup, type IconProps } from '@tabler/icons-react';
  IconArchive,
  IconBuildingBank,
  IconBuildingFactory2,
  IconChartBar,
  IconHistory,
  IconMail,
  IconMailbox,
  IconWebhook,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { DeskKind } from './api/session.ts';
import type frame from './words/fr/frame.ts';

type Page = () => Promise<{ default: ComponentType }>;

/** A part of the console with an address of its own: `/app/<path>/…`. */
export interface Area {
  readonly path: string;
  /** Its word in the navigation; it is shown under the heading of its group. Left out: the area is reached by links alone. */
  readonly name?: keyof typeof frame.nav;
  readonly group: keyof typeof frame.group;
  readonly icon: ComponentType<IconProps>;
  /** At which desks it stands, and the scope without which it does not. */
  readonly kinds: readonly DeskKind[];
  readonly scope?: string;
  /** Its `routes.tsx`: a component that holds its `<Routes>`. Loaded when it is opened. */
  readonly load: Page;
}

const everyDesk: readonly DeskKind[] = ['account', 'site', 'provider', 'audit'];

/** Every area, in the order of the navigation. The first that a desk may open is its first page. */
export const areas: readonly Area[] = [
  {
    path: 'orders',
    name: 'orders',
    group: 'follow',
    icon: IconMailbox,
    kinds: ['account'],
    scope: 'orders:read',
    load: () => import('./areas/orders/routes.tsx'),
  },
  {
    path: 'letters',
    name: 'letters',
    group: 'follow',
    icon: IconMail,
    kinds: ['account'],
    scope: 'orders:read',
    load: () => import('./areas/letters/routes.tsx'),
  },
  // The floor comes to a letter by search and links.
  {
    path: 'letters',
    group: 'floor',
    icon: IconMail,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/letters/routes.tsx'),
  },
  {
    path: 'search',
    group: 'follow',
    icon: IconSearch,
    kinds: ['account', 'site'],
    load: () => import('./areas/search/routes.tsx'),
  },
  {
    path: 'board',
    name: 'board',
    group: 'floor',
    icon: IconLayoutDashboard,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ BoardArea }) => ({ default: BoardArea })),
  },
  {
    path: 'attention',
    name: 'attention',
    group: 'floor',
    icon: IconAlertHexagon,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ AttentionArea }) => ({ default: AttentionArea })),
  },
  {
    path: 'scan',
    name: 'scan',
    group: 'floor',
    icon: IconBarcode,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ ScanArea }) => ({ default: ScanArea })),
  },
  {
    path: 'pool',
    name: 'pool',
    group: 'floor',
    icon: IconHourglass,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ PoolArea }) => ({ default: PoolArea })),
  },
  {
    path: 'lots',
    name: 'lots',
    group: 'floor',
    icon: IconStack2,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ LotsArea }) => ({ default: LotsArea })),
  },
  {
    path: 'pieces',
    name: 'pieces',
    group: 'floor',
    icon: IconMail,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ PiecesArea }) => ({ default: PiecesArea })),
  },
  {
    path: 'trays',
    name: 'trays',
    group: 'floor',
    icon: IconInbox,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ TraysArea }) => ({ default: TraysArea })),
  },
  {
    path: 'deposits',
    name: 'deposits',
    group: 'floor',
    icon: IconTruckDelivery,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ DepositsArea }) => ({ default: DepositsArea })),
  },
  {
    path: 'cases',
    name: 'cases',
    group: 'floor',
    icon: IconScale,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ CasesArea }) => ({ default: CasesArea })),
  },
  {
    path: 'machines',
    name: 'machines',
    group: 'floor',
    icon: IconPrinter,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ MachinesArea }) => ({ default: MachinesArea })),
  },
  {
    path: 'day',
    name: 'day',
    group: 'floor',
    icon: IconCalendarCheck,
    kinds: ['site'],
    scope: 'floor:read',
    load: () => import('./areas/floor/routes.tsx').then(({ DayArea }) => ({ default: DayArea })),
  },
    path: 'users',
    name: 'users',
    group: 'manage',
    icon: IconUsers,
    kinds: ['account'],
    scope: 'people:read',
    load: () => import('./areas/people/users-routes.tsx'),
  },
  {
    path: 'keys',
    name: 'keys',
    group: 'manage',
    icon: IconKey,
    kinds: ['account'],
    scope: 'keys:read',
    load: () => import('./areas/people/keys-routes.tsx'),
  },
  {
    path: 'staff',
    name: 'staff',
    group: 'provider',
    icon: IconUsersGroup,
    kinds: ['provider'],
    scope: 'staff:read',
    load: () => import('./areas/people/staff-routes.tsx'),
  },
  { path: 'me', group: 'manage', icon: IconUser, kinds: everyDesk, load: () => import('./areas/me/routes.tsx') },
    path: 'history',
    name: 'history',
    group: 'manage',
    icon: IconHistory,
    kinds: ['account'],
    scope: 'orders:read',
    load: () => import('./areas/history/routes.tsx'),
  },
  {
    path: 'archive',
    name: 'archive',
    group: 'manage',
    icon: IconArchive,
    kinds: ['account'],
    scope: 'archive:read',
    load: () => import('./areas/archive/routes.tsx'),
  },
  {
    path: 'statistics',
    name: 'statistics',
    group: 'manage',
    icon: IconChartBar,
    kinds: ['account'],
    scope: 'statistics:read',
    load: () => import('./areas/statistics/routes.tsx'),
  },
  {
    path: 'webhooks',
    name: 'webhooks',
    group: 'manage',
    icon: IconWebhook,
    kinds: ['account'],
    scope: 'webhooks:read',
    load: () => import('./areas/webhooks/routes.tsx'),
  },
  {
    path: 'notices',
    name: 'notices',
    group: 'manage',
    icon: IconMail,
    kinds: ['account'],
    scope: 'webhooks:read',
    load: () => import('./areas/notices/routes.tsx'),
  },
  {
    path: 'cost-centres',
    name: 'costCentres',
    group: 'manage',
    icon: IconBuildingBank,
    kinds: ['account'],
    scope: 'account:read',
    load: () => import('./areas/cost-centres/routes.tsx'),
  },
  {
    path: 'provider',
    name: 'provider',
    group: 'provider',
    icon: IconBuildingFactory2,
    kinds: ['provider'],
    scope: 'provider:read',
    load: () => import('./areas/provider/routes.tsx'),
  },
];

/** Pages for who is not signed in, outside of the frame: `/app/<path>`. The guard sends people to `sign-in` when it is there. */
export const outside: readonly { readonly path: string; readonly load: Page }[] = [
  { path: 'sign-in', load: () => import('./areas/sign-in/SignInPage.tsx') },
  { path: 'invitation', load: () => import('./areas/sign-in/InvitationPage.tsx') },
  { path: 'recovery', load: () => import('./areas/sign-in/RecoveryPage.tsx') },
];
