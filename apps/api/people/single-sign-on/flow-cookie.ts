import type { Request, Response } from 'express';
import { cookieOf, setCookie } from '../../http/session-cookie.ts';

/**
 * A sign-in that is under way at an identity provider is this browser's: what comes back is taken from the one that went. It travels with requests of
 * our own pages alone, so the page to which people are sent back gives it, and the identity provider's own does not.
 */
const NAME = 'pli-flow';

export const flowInCookie = (request: Request, secure: boolean): string | undefined => cookieOf(request, NAME, secure);

export const setFlowCookie = (response: Response, token: string, secure: boolean): void =>
  setCookie(response, NAME, token, secure);

export const clearFlowCookie = (response: Response, secure: boolean): void =>
  setCookie(response, NAME, undefined, secure);
