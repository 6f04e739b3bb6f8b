import { createHash } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { MailError } from '#domain/mail-error';
import { keyPrefixes } from '#contracts/api/keys';
import { Admission } from './admission.ts';
import { callerOf, type Caller } from './caller.ts';
import type { Door } from './door.ts';
import { DOOR } from '../parts.ts';
import { routeOf } from './route.ts';

export interface AdmittedRequest extends Request {
  caller?: Caller;
}

const keyShape = new RegExp(`^(?:${Object.values(keyPrefixes).join('|')})[0-9a-z]{40}$`);

/** Lets a caller in: known key, right role, right scope; never more than its share of requests. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    private readonly admission: Admission,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = routeOf(context.getHandler())?.access;
    if (access === 'anyone') return true;
    if (access === undefined) throw new Error('a handler without Route: it says not who may call it');
    const http = context.switchToHttp();
    const request = http.getRequest<AdmittedRequest>();
    const hash = hashOf(request.headers.authorization);
    const response = http.getResponse<Response>();
    await this.admission.admitKey(hash.toString('hex'), response);
    const caller = await this.callerWith(hash);
    const { account, mode } = caller;
    if (account !== undefined && mode !== undefined) await this.admission.admitAccount(account, mode, response);
    if (caller.role !== access.role)
      throw new MailError(
        'role_not_allowed',
        `This route is for keys of the role "${access.role}"; this key has the role "${caller.role}".`,
      );
    if (!caller.scopes.includes(access.scope))
      throw new MailError('scope_missing', `This key lacks the scope "${access.scope}". Ask for a key that has it.`);
    request.caller = caller;
    return true;
  }

  /** Asked at each request and never cached: a key that is revoked stops at once. */
  private async callerWith(hash: Buffer): Promise<Caller> {
    const row = await this.door.find(hash);
    if (row === undefined) throw new MailError('key_unknown', 'This key is unknown or was revoked.');
    return callerOf(row);
  }
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
