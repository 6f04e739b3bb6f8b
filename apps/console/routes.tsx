import {
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
export const outside: readonly { readonly path: string; readonly load: Page }[] = [];
