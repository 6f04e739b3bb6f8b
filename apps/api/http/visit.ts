import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import type { Act } from '#database/ledger';
import type { CalledRequest } from './call.ts';
import type { Session } from './session.ts';

/** One request of a person, or of somebody who wants to sign in. */
export interface Visit {
  readonly requestId: string;
  /** Of the network. */
  readonly address: string;
  /** What the browser says of itself. */
  readonly browser: string | undefined;
  readonly session: Session | undefined;
  readonly response: Response;
}

/** The visit of this request. For handlers of routes that visitors and people may call. */
export const Visiting = createParamDecorator((_data: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  const request = http.getRequest<CalledRequest>();
  return {
    requestId: request.requestId ?? '',
    address: request.ip ?? '',
    browser: request.headers['user-agent'],
    session: request.session,
    response: http.getResponse<Response>(),
  };
});

/** The session of a visit whose route the door opens to people alone. */
export function sessionOf({ session }: Visit): Session {
  if (session === undefined) throw new Error('nobody has signed in: the route is open to visitors');
  return session;
}

/** What the ledger names as actor and cause. */
export const actOfPerson = (personId: string, { requestId }: Visit): Act => ({
  actor: `person:${personId}`,
  cause: { request: requestId },
});
