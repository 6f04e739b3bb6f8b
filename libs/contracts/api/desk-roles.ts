import { scopesOf, type AccessScope } from './keys.ts';

/** Roles of people at their desks. A role is where somebody begins: single rights are given and taken beside it. */
export const deskRoles = ['sender', 'administrator', 'operator', 'supervisor', 'manager', 'auditor'] as const;
export type DeskRole = (typeof deskRoles)[number];

/** What supervisors alone begin with. */
const supervising: readonly AccessScope[] = ['floor:supervise'];

/** Each role's desk, and the rights that it begins with there. */
export const deskRoleTable = {
  sender: {
    kind: 'account',
    scopes: [
      'orders:read',
      'orders:write',
      'documents:read',
      'documents:write',
      'templates:read',
      'events:read',
      'archive:read',
      'tickets:read',
      'tickets:write',
    ],
  },
  administrator: { kind: 'account', scopes: scopesOf.customer },
  operator: { kind: 'site', scopes: scopesOf.operator.filter((scope) => !supervising.includes(scope)) },
  supervisor: { kind: 'site', scopes: scopesOf.operator },
  manager: { kind: 'provider', scopes: scopesOf.provider },
  auditor: { kind: 'audit', scopes: scopesOf.auditor },
} as const satisfies Record<
  DeskRole,
  { kind: 'account' | 'site' | 'provider' | 'audit'; scopes: readonly AccessScope[] }
>;

/** The role's rights as a list of their own. */
export const scopesOfDeskRole = (role: DeskRole): AccessScope[] => [...deskRoleTable[role].scopes];
