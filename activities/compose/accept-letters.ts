import { MailError } from '#domain/mail-error';
import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';

/** A draft letter enters the ledger whole when it is accepted: one event each, 400 keep a transaction under 500. */
const LETTERS_AT_ONCE = 400;
/** Transactions of one attempt: an attempt on the records queue is short. */
const TRANSACTIONS = 10;

export const intakeRecordActivities = ({ records }: { records: Records }) => ({
  /** Seconds that composing may take at this site; afterwards an operator is called. */
  async composeSeconds(siteId: string): Promise<number> {
    return (await records.read(siteId, (sql) => siteProfileAt(sql, siteId, records.clock()))).deadlines.composeSeconds;
  },

  /** Accepts the draft letters of a submitted order, some thousands a call. @returns whether drafts are left */
  async acceptLetters(siteId: string, orderId: string): Promise<boolean> {
    let last: number | undefined = 0;
    for (let i = 0; i < TRANSACTIONS; i++) {
      last = await acceptSome(records, siteId, orderId, last);
      if (last === undefined) return false;
    }
    return true;
  },
});
export type IntakeRecordActivities = ReturnType<typeof intakeRecordActivities>;

/** Accepts the next drafts after a position; answers the last one's, undefined when none is left. */
async function acceptSome(
  records: Records,
  siteId: string,
  orderId: string,
  after: number,
): Promise<number | undefined> {
  return records.write(siteId, async (tx) => {
    const [order] = await tx.sql<{ state: string; deadline_at: Date | null }>(
      `select state, deadline_at from pli.orders where id = $1 for share`,
      [orderId],
    );
    if (order === undefined) throw new MailError('order_unknown', `This site has no order ${orderId}.`);
    // Refused or cancelled meanwhile: its drafts stay what they are.
    if (order.state !== 'submitted' && order.state !== 'in_progress') return undefined;
    const drafts = await tx.sql<{ id: string; position: number }>(
      `select id, position from pli.letters where order_id = $1 and state = 'draft' and position > $2 order by position limit $3`,
      [orderId, after, LETTERS_AT_ONCE],
    );
    await tx.change(
      'letter',
      'letter.accepted',
      drafts.map(({ id }) => ({ id, set: { state: 'accepted', deadline_at: order.deadline_at } })),
      { whole: true },
    );
    return drafts.length === LETTERS_AT_ONCE ? drafts.at(-1)?.position : undefined;
  });
}
