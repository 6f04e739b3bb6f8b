import { Agent, fetch as undiciFetch, type RequestInit } from 'undici';
import type { CustomFetch } from 'openid-client';
import type { Guard } from '#telling/guard';

const ANSWER_WITHIN_MS = 8_000;
/** Discovery documents and key sets have a few kB. */
const MOST_ANSWER_BYTES = 512 * 1024;

/**
 * Fetches what an identity provider names (discovery, token endpoint, keys) through the guard that keeps webhooks out of networks which only
 * this machine may reach. Redirects are not followed: openid-client asks for that.
 */
export function guardedFetch(guard: Guard): CustomFetch {
  const agent = (protocol: 'http:' | 'https:') =>
    new Agent({
      connect: { lookup: guard.lookupFor(protocol), timeout: ANSWER_WITHIN_MS },
      headersTimeout: ANSWER_WITHIN_MS,
      bodyTimeout: ANSWER_WITHIN_MS,
      // A sign-in now and then: no connection waits for the next one.
      keepAliveTimeout: 1_000,
      maxHeaderSize: 16 * 1024,
      maxResponseSize: MOST_ANSWER_BYTES,
    });
  const agents = { 'http:': agent('http:'), 'https:': agent('https:') };
  return async (address, options) => {
    const url = new URL(address);
    guard.checkWritten(url);
    const dispatcher = agents[url.protocol as 'http:' | 'https:'];
    const answer = await undiciFetch(url, { ...options, redirect: 'manual', dispatcher } as unknown as RequestInit);
    return answer as unknown as Response;
  };
}
