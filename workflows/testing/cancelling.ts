import { cancelLetters, type CancelAnswer } from '#database/production/cancel-letters';
import { write, type TestSite } from '#database/testing/fixtures';
import type { SiteProfile } from '#domain/profiles';
import type { MailingAccount } from './house.ts';
import type { PrintRoom } from './print-room.ts';

/** A customer at a print room. */
export interface CustomerAt {
  site: TestSite;
  account: MailingAccount;
}

/** The deposits' processes do not run in these tests: no slot may come while one lasts. */
const depositSlots = { kind: 'every', seconds: 7200 } as const;

/** A site of its own, and a customer who may cancel until the hand-over. */
export async function openSite(
  room: PrintRoom,
  profile: Partial<SiteProfile> = {},
  cancellation = 'before_hand_over',
): Promise<CustomerAt> {
  const { site } = await room.site({ depositSlots, ...profile });
  return { site, account: await room.house.account(site, { cancellation }) };
}

/** The customer cancels a letter, and asks again as long as it moves on at that very moment. */
export async function cancelLetter(
  room: PrintRoom,
  { site, account }: CustomerAt,
  letterId: string,
): Promise<CancelAnswer> {
  const sender = { account: account.id, mode: account.mode };
  for (;;)
    try {
      const [answer] = await write(room.house.db.api, site.scope, (tx) => cancelLetters(tx, sender, [letterId]));
      return answer!;
    } catch (error) {
      if ((error as { code?: string }).code !== 'letter_moves_on') throw error;
    }
}
