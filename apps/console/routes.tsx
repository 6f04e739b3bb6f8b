import { IconClockHour9, IconFileCertificate, IconLifebuoy, IconMailbox, type IconProps } from '@tabler/icons-react';
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
    path: 'tickets',
    name: 'tickets',
    group: 'help',
    icon: IconLifebuoy,
    kinds: ['account'],
    scope: 'tickets:read',
    load: () => import('./areas/support/routes.tsx'),
  },
  {
    path: 'support',
    name: 'supportDesk',
    group: 'help',
    icon: IconLifebuoy,
    kinds: ['provider'],
    scope: 'tickets:answer',
    load: () => import('./areas/support/desk-routes.tsx'),
  },
  {
    path: 'support-hours',
    name: 'supportHours',
    group: 'help',
    icon: IconClockHour9,
    kinds: ['provider'],
    scope: 'provider:read',
    load: () => import('./areas/support/hours-routes.tsx'),
  },
  {
    path: 'audit',
    name: 'audit',
    group: 'audit',
    icon: IconFileCertificate,
    kinds: ['audit'],
    scope: 'audit:read',
    load: () => import('./areas/audit/routes.tsx'),
  },
];

/** Pages for who is not signed in, outside of the frame: `/app/<path>`. The guard sends people to `sign-in` when it is there. */
export const outside: readonly { readonly path: string; readonly load: Page }[] = [];
