import {
  IconAlertHexagon,
  IconBarcode,
  IconCalendarCheck,
  IconHourglass,
  IconInbox,
  IconLayoutDashboard,
  IconMail,
  IconMailbox,
  IconMailPlus,
  IconPrinter,
  IconScale,
  IconStack2,
  IconTemplate,
  IconTruckDelivery,
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
    path: 'send',
    name: 'send',
    group: 'follow',
    icon: IconMailPlus,
    kinds: ['account'],
    scope: 'orders:write',
    load: () => import('./areas/send/routes.tsx'),
  },
  {
    path: 'templates',
    name: 'templates',
    group: 'follow',
    icon: IconTemplate,
    kinds: ['account'],
    scope: 'templates:read',
    load: () => import('./areas/templates/routes.tsx'),
  },
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
];

/** Pages for who is not signed in, outside of the frame: `/app/<path>`. The guard sends people to `sign-in` when it is there. */
export const outside: readonly { readonly path: string; readonly load: Page }[] = [];
