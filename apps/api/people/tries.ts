import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#database/ledger';
import { MailError } from '#domain/mail-error';
import type { MasterKey } from '#storage/master-key';
import type { Door, TryBudget } from '../http/door.ts';
import type { Visit } from '../http/visit.ts';
import { CLOCK, DOOR, MASTER_KEY, SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';

/**
 * Tries to prove who one is. They are counted in the database, for all processes together and whether Redis is there or not, under keyed hashes:
 * the table tells no e-mail and no address.
 */
@Injectable()
export class Tries {
  constructor(
    @Inject(DOOR) private readonly door: Door,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts a try from the visitor's network. @throws MailError `too_many_tries` (later) */
  async countAddress({ address, response }: Visit): Promise<void> {
    const { SIGN_IN_ADDRESS_TRIES: most, SIGN_IN_ADDRESS_TRY_SECONDS: seconds } = this.settings;
    await this.take(`address ${address}`, { most, seconds }, response);
  }

  /**
   * Counts a try for somebody: an e-mail, whether anybody has it or not, or a person.
   * @param onLocked told once when tries begin to be refused
   * @throws MailError `too_many_tries` (later)
   */
  async count(of: string, { response }: Visit, onLocked: () => Promise<void> = async () => undefined): Promise<void> {
    const { SIGN_IN_TRIES: most, SIGN_IN_TRY_SECONDS: seconds } = this.settings;
    await this.take(of, { most, seconds }, response, onLocked);
  }

  /** Who has proved it has all tries again. */
  forget(of: string): Promise<void> {
    return this.door.forgetTries(this.nameOf(of));
  }

  private async take(of: string, budget: TryBudget, response: Visit['response'], onLocked?: () => Promise<void>) {
    const { wait, refused } = await this.door.takeTry(this.nameOf(of), budget, this.clock());
    if (wait === 0) return;
    if (refused === 1) await onLocked?.();
    const seconds = Math.max(1, Math.ceil(wait));
    response.setHeader('Retry-After', String(seconds));
    throw new MailError('too_many_tries', `Too many tries. The next one is possible in ${seconds} seconds.`, 'later');
  }

  private readonly nameOf = (of: string): Buffer => this.masterKey.keyedHash('tries', of);
}
