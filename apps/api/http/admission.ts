import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Redis } from 'ioredis';
import type { Mode } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { LOG, SETTINGS, VALKEY } from '../parts.ts';
import type { Log } from './log.ts';
import { onceLeft } from './request-line.ts';
import type { Settings } from '../settings.ts';

/**
 * A bucket of tokens for a key, refilled by Valkey's own clock, so that several API processes share it. Gives the tokens left, or
 * minus the milliseconds until the next one.
 */
const bucket = `
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = math.min(burst, (tonumber(held[1]) or burst) + (now - (tonumber(held[2]) or now)) * rate / 1000)
local answer
if tokens >= 1 then
  tokens = tokens - 1
  answer = math.floor(tokens)
else
  answer = -math.ceil((1 - tokens) * 1000 / rate)
end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil(burst * 1000 / rate) + 1000)
return answer`;

/** What may be asked in whose name. */
interface Share {
  readonly of: 'key' | 'account';
  readonly name: string;
  /** Requests a second, and how many may be saved up. */
  readonly rate: number;
  readonly burst: number;
}

type WithBucket = Redis & { pliBucket(key: string, rate: number, burst: number): Promise<number> };

/**
 * The share of requests that a key and its account may make, and that a key may have in work in this process: who asks faster than it can be
 * served is told so before it fills the process for the others. Without Valkey everybody is let in: a limit is never worth a refused order.
 */
@Injectable()
export class Admission {
  private readonly valkey: WithBucket | undefined;
  private awaySince: number | undefined;
  /** Requests in work by key. */
  private readonly inWork = new Map<string, number>();

  constructor(
    @Inject(VALKEY) valkey: Redis | undefined,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Log,
  ) {
    valkey?.defineCommand('pliBucket', { numberOfKeys: 1, lua: bucket });
    this.valkey = valkey as WithBucket | undefined;
  }

  /**
   * Counts a request of a key, before anybody looks up whose it is.
   * @throws MailError `too_many_requests` (later)
   */
  async admitKey(key: string, response: Response): Promise<void> {
    this.enter(key, response);
    const { API_RATE_PER_SECOND: rate, API_RATE_BURST: burst } = this.settings;
    await this.admit({ of: 'key', name: key.slice(0, 32), rate, burst }, response);
  }

  /**
   * Counts a request of an account, in one mode: with many keys it has no larger share than with one very busy one.
   * @throws MailError `too_many_requests` (later)
   */
  async admitAccount(account: string, mode: Mode, response: Response): Promise<void> {
    const { API_ACCOUNT_RATE_PER_SECOND: rate, API_ACCOUNT_RATE_BURST: burst } = this.settings;
    await this.admit({ of: 'account', name: `${account}/${mode}`, rate, burst }, response);
  }

  /** Tells in the headers what is left of a share (draft-ietf-httpapi-ratelimit-headers: one item a policy). */
  private async admit({ of, name, rate, burst }: Share, response: Response): Promise<void> {
    const left = await this.take(`${of}:${name}`, rate, burst);
    if (left === undefined) return;
    response.appendHeader('RateLimit-Policy', `"${of}";q=${burst};w=${Math.ceil(burst / rate)}`);
    response.appendHeader('RateLimit', `"${of}";r=${Math.max(left, 0)};t=${left < 0 ? Math.ceil(-left / 1000) : 0}`);
    if (left >= 0) return;
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(-left / 1000))));
    throw new MailError(
      'too_many_requests',
      `This ${of} may make ${rate} requests a second (${burst} at once). Try again after Retry-After.`,
      'later',
    );
  }

  /** Counts a request as in work until it is answered or its caller has gone. */
  private enter(key: string, response: Response): void {
    const most = this.settings.API_IN_FLIGHT_A_KEY;
    const now = this.inWork.get(key) ?? 0;
    if (now >= most) {
      response.setHeader('Retry-After', '1');
      throw new MailError(
        'too_many_requests',
        `This key has ${most} requests in work. Try again after Retry-After, when some are answered.`,
        'later',
      );
    }
    this.inWork.set(key, now + 1);
    onceLeft(response, () => {
      const left = (this.inWork.get(key) ?? 1) - 1;
      if (left > 0) this.inWork.set(key, left);
      else this.inWork.delete(key);
    });
  }

  private async take(key: string, rate: number, burst: number): Promise<number | undefined> {
    if (this.valkey?.status !== 'ready') return undefined;
    try {
      const left = await this.valkey.pliBucket(`pli:admission:${key}`, rate, burst);
      this.awaySince = undefined;
      return left;
    } catch (error) {
      // Told once a minute, not at each request.
      if (this.awaySince === undefined || Date.now() - this.awaySince > 60_000) {
        this.awaySince = Date.now();
        this.log.warn('admission limit is open: Valkey does not answer', { error });
      }
      return undefined;
    }
  }
}
