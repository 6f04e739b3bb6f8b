import { z } from 'zod';
import { displayName, idOf, mode, moment, pageOf } from './shapes.ts';

/** Whose keys there are. */
export const keyRoles = ['provider', 'operator', 'customer'] as const;
export type KeyRole = (typeof keyRoles)[number];
/** Who may call: keys and people, the auditor as a person only. */
export const roles = [...keyRoles, 'auditor'] as const;
export type CallerRole = (typeof roles)[number];

/** What a caller may do, by role: the scopes of keys, the rights of people. Each is opened by a route, or named in `ruleScopes`. */
export const scopesOf = {
  provider: ['provider:read', 'provider:write', 'staff:read', 'staff:write', 'tickets:answer'],
  operator: ['floor:read', 'floor:write', 'floor:supervise', 'floor:reveal'],
  customer: [
    'orders:read',
    'orders:write',
    'documents:read',
    'documents:write',
    'templates:read',
    'templates:write',
    'templates:approve',
    'events:read',
    'webhooks:read',
    'webhooks:write',
    'tickets:read',
    'tickets:write',
    'orders:all',
    'archive:read',
    'archive:write',
    'statistics:read',
    'people:read',
    'people:write',
    'keys:read',
    'keys:write',
    'account:read',
    'account:write',
  ],
  auditor: ['audit:read'],
} as const satisfies Record<CallerRole, readonly string[]>;
export type AccessScope = (typeof scopesOf)[CallerRole][number];

/** Rights that open no route of their own and decide what routes show: `orders:all`, the orders that others made (keys see them anyway). */
export const ruleScopes = ['orders:all'] as const satisfies readonly AccessScope[];

/** Rights of people alone: a key that leaks must not make itself others, nor invite anybody. */
export const scopesOfPeople = [
  'staff:read',
  'staff:write',
  'people:read',
  'people:write',
  'keys:read',
  'keys:write',
] as const satisfies readonly AccessScope[];
type ScopeOfPeople = (typeof scopesOfPeople)[number];
const isOfKeys = <S extends AccessScope>(scope: S): scope is Exclude<S, ScopeOfPeople> =>
  !(scopesOfPeople as readonly AccessScope[]).includes(scope);

/** What a key may do, by role. */
export const keyScopesOf = {
  provider: scopesOf.provider.filter(isOfKeys),
  operator: scopesOf.operator.filter(isOfKeys),
  customer: scopesOf.customer.filter(isOfKeys),
};

/** Every key begins so: it says to people what it opens, and lets secret scanners find leaked ones. */
export const keyPrefixes = {
  provider: 'pli_prov_',
  operator: 'pli_op_',
  test: 'pli_test_',
  live: 'pli_live_',
} as const;

const common = { name: displayName.describe('Who uses it, for people') };
const scopes = <S extends string>(of: readonly S[]) =>
  z.array(z.enum(of)).min(1).optional().describe('What it may do; all of its role when left out');

export const newKey = z
  .discriminatedUnion('role', [
    z.strictObject({
      role: z.literal('customer'),
      accountId: idOf('account'),
      mode,
      scopes: scopes(keyScopesOf.customer),
      ...common,
    }),
    z.strictObject({
      role: z.literal('operator'),
      siteId: idOf('site'),
      scopes: scopes(keyScopesOf.operator),
      ...common,
    }),
    z.strictObject({ role: z.literal('provider'), scopes: scopes(keyScopesOf.provider), ...common }),
  ])
  .meta({ id: 'NewKey' });
export type NewKey = z.output<typeof newKey>;

export const keyView = z
  .object({
    id: idOf('key'),
    role: z.enum(keyRoles),
    accountId: z.string().nullable(),
    siteId: z.string().nullable(),
    mode: mode.nullable(),
    name: z.string(),
    prefix: z.string().describe('First characters, to recognise it'),
    scopes: z.array(z.string()),
    createdAt: moment,
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'Key' });
export type KeyView = z.output<typeof keyView>;

export const keyShownOnce = keyView
  .extend({ secret: z.string().describe('The key itself: shown now and never again') })
  .meta({ id: 'KeyShownOnce' });
export const keyPage = pageOf(keyView);
