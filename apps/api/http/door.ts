import pg from 'pg';
import type { Mode } from '#database/scope';
import type { KeyRow } from './caller.ts';
import type { SessionRow } from './session.ts';

/** A person as far as signing in goes. */
export interface KnownPerson {
  id: string;
  state: 'invited' | 'active' | 'removed';
  password_hash: string | null;
}

/** A link that was sent to a person. */
export interface KnownLink {
  id: string;
  kind: 'invitation' | 'recovery';
  person_id: string;
  membership_id: string | null;
  expires_at: Date;
  used_at: Date | null;
}

/** A passkey as signing in with it goes. */
export interface KnownPasskey {
  id: string;
  person_id: string;
  state: KnownPerson['state'];
  public_key: Buffer;
  counter: number;
}

/** A link that was sent to an address to which notices shall go. */
export interface KnownNoticeLink {
  id: string;
  account_id: string;
  mode: Mode;
  expires_at: Date;
  confirmed_at: Date | null;
}

/** Where the people of some e-mail domains sign in. */
export interface KnownIdentityProvider {
  id: string;
  /** Null: the provider's own. */
  account_id: string | null;
  issuer: string;
  client_id: string;
  /** Wrapped under the master key. */
  client_secret: Buffer;
  domains: string[];
  required: boolean;
  vouches: boolean;
}

export type FlowKind = 'passkey' | 'single_sign_on';

/** So many tries, of which one comes back each so many seconds. */
export interface TryBudget {
  readonly most: number;
  readonly seconds: number;
}

/** Asks the database who somebody is, by what only they have. It answers one question at a time and lists nothing. */
export interface Door {
  /** The key's holder by the SHA-256 of the key; undefined when it is unknown or was revoked. */
  find(hash: Buffer): Promise<KeyRow | undefined>;
  /** The session by the SHA-256 of its token; undefined when there is none, or its person may not come in any more. */
  session(hash: Buffer): Promise<SessionRow | undefined>;
  /** Notes that the session was used. */
  seen(hash: Buffer, at: Date): Promise<void>;
  /** The person of that e-mail, by its keyed hash. */
  person(emailHash: Buffer): Promise<KnownPerson | undefined>;
  /** The link of that token, by its SHA-256. */
  link(hash: Buffer): Promise<KnownLink | undefined>;
  /** The link to confirm an address by, by the SHA-256 of its token. */
  noticeLink(hash: Buffer): Promise<KnownNoticeLink | undefined>;
  /** Takes a try. `wait`: seconds until there is one again, 0 when it was taken; `refused`: how many were refused since the last one taken. */
  takeTry(name: Buffer, budget: TryBudget, at: Date): Promise<{ wait: number; refused: number }>;
  /** Gives all tries back. */
  forgetTries(name: Buffer): Promise<void>;
  /** The passkey of that id. */
  passkey(id: string): Promise<KnownPasskey | undefined>;
  /** Begins a sign-in that a browser comes back to with a token. */
  beginFlow(hash: Buffer, kind: FlowKind, data: object, until: Date, now: Date): Promise<void>;
  /** Takes it, once. */
  takeFlow(hash: Buffer, kind: FlowKind, now: Date): Promise<unknown>;
  /** The person whom an identity provider knows by that subject. */
  subject(issuer: string, subject: string): Promise<Pick<KnownPerson, 'id' | 'state'> | undefined>;
  /** The identity provider that speaks for e-mails of a domain, or the one of that id. */
  identityProvider(by: { domain?: string; id?: string }): Promise<KnownIdentityProvider | undefined>;
  /** Whether a person works for owners alone that take no password. */
  signsInElsewhere(person: string): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens connections of their own in the role pli_door, which may ask these functions and nothing else: a key is looked up with
 * one message instead of a transaction, and never waits behind the orders that are being stored.
 */
export function openDoor(databaseUrl: string): Door {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    options: '-c role=pli_door',
    application_name: 'pli door',
    // Also how long a request may wait for a free one when many come at once.
    connectionTimeoutMillis: 5000,
  });
  // A connection that breaks while idle is replaced at the next request, which is told of it if it must be.
  pool.on('error', () => undefined);
  const ask = async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
    (await pool.query<Row>({ name, text, values })).rows[0];
  return {
    find: (hash) => ask<KeyRow>('door', 'select * from pli.door_key($1)', [hash]),
    session: (hash) => ask<SessionRow>('session', 'select * from pli.door_session($1)', [hash]),
    seen: async (hash, at) => void (await ask('seen', 'select pli.door_seen($1, $2)', [hash, at])),
    person: (emailHash) => ask<KnownPerson>('person', 'select * from pli.door_person($1)', [emailHash]),
    link: (hash) => ask<KnownLink>('link', 'select * from pli.door_link($1)', [hash]),
    noticeLink: (hash) => ask<KnownNoticeLink>('notice link', 'select * from pli.door_notice_link($1)', [hash]),
    async takeTry(name, { most, seconds }, at) {
      const taken = await ask<{ wait: number; refused: number }>('try', 'select * from pli.door_try($1, $2, $3, $4)', [
        name,
        most,
        seconds,
        at,
      ]);
      if (taken === undefined) throw new Error('the door did not answer');
      return taken;
    },
    forgetTries: async (name) => void (await ask('forget', 'select pli.door_forget_tries($1)', [name])),
    passkey: (id) => ask<KnownPasskey>('passkey', 'select * from pli.door_passkey($1)', [id]),
    beginFlow: async (hash, kind, data, until, now) =>
      void (await ask('begin flow', 'select pli.door_begin_flow($1, $2, $3, $4, $5)', [hash, kind, data, until, now])),
    takeFlow: async (hash, kind, now) =>
      (await ask<{ data: unknown }>('take flow', 'select * from pli.door_take_flow($1, $2, $3)', [hash, kind, now]))
        ?.data,
    subject: (issuer, subject) => ask('subject', 'select * from pli.door_subject($1, $2)', [issuer, subject]),
    identityProvider: ({ domain, id }) =>
      ask<KnownIdentityProvider>('identity provider', 'select * from pli.door_identity_provider($1, $2)', [
        domain ?? null,
        id ?? null,
      ]),
    signsInElsewhere: async (person) =>
      (await ask<{ elsewhere: boolean }>('elsewhere', 'select pli.door_signs_in_elsewhere($1) as elsewhere', [person]))
        ?.elsewhere ?? false,
    close: () => pool.end(),
  };
}
