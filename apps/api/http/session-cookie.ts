import type { Request, Response } from 'express';
import { isToken } from './session.ts';

const SESSION = 'pli';

/** Over https the browser itself holds to it that only this very host sets the cookie, for all of its paths (RFC 6265bis, 4.1.3). */
const nameOf = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** The token in one of our cookies; undefined when there is none. */
export function cookieOf(request: Request, of: string, secure: boolean): string | undefined {
  const name = nameOf(of, secure);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && isToken(value)) return value;
  }
  return undefined;
}

/** Gives the browser a token, or takes it away. It is kept until the browser is closed; the server's row says when it is over. */
export function setCookie(response: Response, of: string, token: string | undefined, secure: boolean): void {
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${token === undefined ? '; Max-Age=0' : ''}`;
  response.appendHeader('Set-Cookie', `${nameOf(of, secure)}=${token ?? ''}; ${attributes}`);
}

/** The session's token in the request's cookie; undefined when there is none. */
export const tokenInCookie = (request: Request, secure: boolean): string | undefined =>
  cookieOf(request, SESSION, secure);

export const setSessionCookie = (response: Response, token: string, secure: boolean): void =>
  setCookie(response, SESSION, token, secure);

export const clearSessionCookie = (response: Response, secure: boolean): void =>
  setCookie(response, SESSION, undefined, secure);
