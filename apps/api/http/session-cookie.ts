import type { Request, Response } from 'express';
import { isToken } from './session.ts';

/** Over https the browser itself holds to it that only this very host sets the cookie, for all of its paths (RFC 6265bis, 4.1.3). */
const nameOf = (secure: boolean): string => (secure ? '__Host-pli' : 'pli');

/** The session's token in the request's cookie; undefined when there is none. */
export function tokenInCookie(request: Request, secure: boolean): string | undefined {
  const name = nameOf(secure);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && isToken(value)) return value;
  }
  return undefined;
}

const attributes = (secure: boolean) => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** Gives the browser its token. It is kept until the browser is closed; the server's row says when it is over. */
export function setSessionCookie(response: Response, token: string, secure: boolean): void {
  response.appendHeader('Set-Cookie', `${nameOf(secure)}=${token}; ${attributes(secure)}`);
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.appendHeader('Set-Cookie', `${nameOf(secure)}=; ${attributes(secure)}; Max-Age=0`);
}
