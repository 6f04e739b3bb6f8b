import { createHash } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Clock } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import { keyPrefixes } from '#contracts/api/keys';
import { Admission } from './admission.ts';
import { AllowedMethods } from './allowed-methods.ts';
import { callerOfKey, callerOfSession, type Caller } from './caller.ts';
import type { Door } from './door.ts';
import { mustBeOfOwnPages } from './own-pages.ts';
import { CLOCK, DOOR, SETTINGS } from '../parts.ts';
import { PublicAddress } from './public-address.ts';
import { routeOf, type Access } from './route.ts';
import { hashOfToken, hasEnded, secondFactorOf, type Session } from './session.ts';
import { tokenInCookie } from './session-cookie.ts';
import type { Settings } from '../settings.ts';

export interface AdmittedRequest extends Request {
  caller?: Caller;
  session?: Session;
}

const keyShape = new RegExp(`^(?:${Object.values(keyPrefixes).join('|')})[0-9a-z]{40}$`);
/** When a session was last used is kept as exactly as this. */
const SEEN_EVERY_MS = 60_000;

type Desked = Exclude<Access, string>;

/** Lets a caller in: known key or person, right role, right scope; never more than its share of requests. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly allowed: AllowedMethods,
    private readonly admission: Admission,
    private readonly publicAddress: PublicAddress,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = routeOf(context.getHandler())?.access;
    if (access === undefined) throw new Error('a handler without Route: it says not who may call it');
    if (access === 'anyone') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<AdmittedRequest>();
    mustTake(this.allowed.of(request.path), request.method);
    const response = http.getResponse<Response>();
    if (access === 'visitor') {
      mustBeOfOwnPages(request, this.publicAddress.origin);
      return true;
    }
    if (access === 'begun' || access === 'person') await this.admitPerson(request, response, access);
    else request.caller = await this.callerAt(request, response, access);
    return true;
  }

  private async callerAt(request: AdmittedRequest, response: Response, access: Desked): Promise<Caller> {
    const { authorization } = request.headers;
    const token = authorization === undefined ? tokenInCookie(request, this.publicAddress.isSecure) : undefined;
    const caller =
      token === undefined
        ? await this.holderOf(authorization, response)
        : callerOfSession(await this.whole(request, response, token));
    const { account, mode } = caller;
    if (account !== undefined && mode !== undefined) await this.admission.admitAccount(account, mode, response);
    mustHold(caller, access);
    return caller;
  }

  /** Asked at each request and never cached: a key that is revoked stops at once. */
  private async holderOf(authorization: string | undefined, response: Response): Promise<Caller> {
    const hash = hashOf(authorization);
    await this.admission.admitKey(hash.toString('hex'), response);
    const row = await this.door.find(hash);
    if (row === undefined) throw new MailError('key_unknown', 'This key is unknown or was revoked.');
    return callerOfKey(row);
  }

  private async admitPerson(request: AdmittedRequest, response: Response, access: 'begun' | 'person'): Promise<void> {
    if (request.headers.authorization !== undefined)
      throw new MailError('person_missing', 'This route is for people who have signed in: a key opens it not.');
    const token = tokenInCookie(request, this.publicAddress.isSecure);
    if (token === undefined) throw new MailError('session_missing', 'Sign in: there is no session with this request.');
    if (access === 'person') await this.whole(request, response, token);
    else await this.begun(request, response, token);
  }

  private async whole(request: AdmittedRequest, response: Response, token: string): Promise<Session> {
    const session = await this.begun(request, response, token);
    const owed = secondFactorOf(session.row, this.settings.SECOND_FACTOR_FOR);
    if (owed === 'asked')
      throw new MailError('second_factor_missing', 'Give the code of your authenticator, or your passkey, to go on.');
    if (owed === 'to_enrol')
      throw new MailError(
        'second_factor_missing',
        'This desk is for people with a second factor. Set up an authenticator or a passkey to go on.',
      );
    return session;
  }

  /** Asked at each request and never cached: a person who is suspended, or signed out elsewhere, stops at once. */
  private async begun(request: AdmittedRequest, response: Response, token: string): Promise<Session> {
    const hash = hashOfToken(token);
    await this.admission.admitKey(hash.toString('hex'), response);
    const row = await this.door.session(hash);
    const now = this.clock();
    if (row === undefined || hasEnded(row, now, this.settings.SESSION_IDLE_SECONDS))
      throw new MailError('session_ended', 'Your session is over. Sign in again; what you have sent is kept.');
    mustBeOfOwnPages(request, this.publicAddress.origin);
    if (now.getTime() - row.seen_at.getTime() >= SEEN_EVERY_MS) await this.door.seen(hash, now);
    return (request.session = { id: row.id, hash, person: row.person_id, row });
  }
}

/** A path that is a route's own, word for word, may also fit another one's id: `GET /v1/letters/search` asks for no letter. */
function mustTake(methods: readonly string[], asked: string): void {
  if (methods.length > 0 && !methods.includes(asked))
    throw new MailError('route_unknown', 'This path takes no such method.');
}

function mustHold({ role, scopes, person }: Caller, access: Desked): void {
  if (role !== access.role)
    throw new MailError(
      'role_not_allowed',
      person === undefined
        ? `This route is for keys of the role "${access.role}"; this key has the role "${role}".`
        : `This is for the role "${access.role}"; at this desk you have the role "${role}". Change the desk.`,
    );
  if (!scopes.includes(access.scope))
    throw new MailError(
      'scope_missing',
      person === undefined
        ? `This key lacks the scope "${access.scope}". Ask for a key that has it.`
        : `At this desk you lack the right "${access.scope}". Ask an administrator for it.`,
    );
}

function hashOf(header: string | undefined): Buffer {
  if (header === undefined) throw new MailError('key_missing', 'Give an API key: Authorization: Bearer pli_…');
  // The scheme is the same in upper and lower case (RFC 9110, 11.1); the key is not.
  const [, scheme = '', key = ''] = /^(\S+)(?: +(.*))?$/.exec(header) ?? [];
  if (scheme.toLowerCase() !== 'bearer')
    throw new MailError(
      'key_missing',
      'Bearer is expected, and the Authorization header is of another scheme: give Authorization: Bearer pli_…',
    );
  if (!keyShape.test(key))
    throw new MailError('key_unknown', 'This is not an API key of Pli: it begins with pli_ and is given as Bearer.');
  return createHash('sha256').update(key).digest();
}
