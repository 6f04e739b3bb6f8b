import type { NewKey } from '#contracts/api/keys';
import type { OpenApiOperation } from '../../apps/api/docs/openapi.ts';
import type { Desk, People } from './people.ts';

/** Somebody in whose name requests are made. */
export interface Caller {
  readonly name: string;
  /** Whether an operation is theirs; elsewhere they would be told 401 or 403 and no more. */
  calls(operation: OpenApiOperation): boolean;
  /** Examples of an operation, as a part of those that were asked for. */
  readonly share: number;
  /** Whether what others have called in every way that the document tells is called so again: it is most of the work. */
  readonly inEveryWay: boolean;
  /** What shows who they are; undefined for who shows nothing. */
  readonly shows?: () => Promise<Shown>;
}

/** What a request carries. */
export interface Shown {
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
}

interface World {
  readonly apiUrl: string;
  readonly people: People;
  readonly accountId: string;
  readonly siteId: string;
  /** Makes a key and gives its secret. */
  makeKey(key: NewKey): Promise<string>;
}

/**
 * Everybody who may call the API: keys of each role, people at each desk, people and their own things, visitors of the sign-in page, and nobody.
 * Those of the provider come last, for they may take away what the others stand on.
 */
export function callersOf({ apiUrl, people, accountId, siteId, makeKey }: World): Caller[] {
  const key = (role: 'customer' | 'operator' | 'provider', of: object): Caller => ({
    name: `${role}-key`,
    calls: (operation) => isOf(operation, role) && operation.security.some((way) => 'key' in way),
    share: 1,
    inEveryWay: true,
    shows: kept(
      (shown) => opens(apiUrl, `/v1/${first[role]}?limit=1`, shown),
      async () => withKey(await makeKey({ role, name: 'fuzz', ...of } as NewKey)),
    ),
  });
  const desk = (at: Desk, role: string): Caller => ({
    name: at.role,
    calls: (operation) => isOf(operation, role),
    share: 0.5,
    inEveryWay: role === 'auditor',
    shows: kept(
      (shown) => opens(apiUrl, '/v1/session', shown),
      async () => withCookie(await people.signIn(at)),
    ),
  });
  return [
    key('customer', { accountId, mode: 'test' }),
    key('operator', { siteId }),
    desk({ role: 'administrator', accountId }, 'customer'),
    desk({ role: 'supervisor', siteId }, 'operator'),
    desk({ role: 'auditor' }, 'auditor'),
    {
      name: 'person',
      calls: (operation) => isOf(operation, 'a person'),
      share: 1,
      inEveryWay: true,
      // Each request by somebody new: it may end the session, or all of them.
      shows: async () => withCookie(await people.signIn({ role: 'sender', accountId })),
    },
    { name: 'visitor', calls: (operation) => isOf(operation, 'anyone'), share: 1, inEveryWay: true },
    { name: 'nobody', calls: () => true, share: 0.2, inEveryWay: false },
    key('provider', {}),
    desk({ role: 'manager' }, 'provider'),
  ];
}

/** Looked at so often whether a key or session still opens anything: requests may revoke it. */
const LOOK_EVERY_MS = 500;

/** What was shown before, while it opens anything; then another one. */
function kept(opens: (shown: Shown) => Promise<boolean>, make: () => Promise<Shown>): () => Promise<Shown> {
  let shown: Shown | undefined;
  let lookedAt = -Infinity;
  return async () => {
    if (shown !== undefined && performance.now() - lookedAt < LOOK_EVERY_MS) return shown;
    if (shown === undefined || !(await opens(shown))) shown = await make();
    lookedAt = performance.now();
    return shown;
  };
}

const first = { customer: 'orders', operator: 'site/lots', provider: 'provider/sites' } as const;
const isOf = (operation: OpenApiOperation, who: string): boolean => operation['x-pli-access'].startsWith(who);
/** What our own pages send with each request. */
export const ofOurPages = { 'Pli-Console': '1' } as const;
const withKey = (secret: string): Shown => ({ headers: { Authorization: `Bearer ${secret}` }, cookies: {} });
const withCookie = (token: string): Shown => ({ headers: {}, cookies: { pli: token } });

/** The headers that carry it. */
export const headersOf = ({ headers, cookies }: Shown): Record<string, string> => ({
  ...ofOurPages,
  ...headers,
  ...(Object.keys(cookies).length > 0 && {
    Cookie: Object.entries(cookies)
      .map((pair) => pair.join('='))
      .join('; '),
  }),
});

async function opens(apiUrl: string, path: string, shown: Shown): Promise<boolean> {
  const answer = await fetch(apiUrl + path, { headers: headersOf(shown) });
  await answer.body?.cancel();
  return answer.ok;
}
