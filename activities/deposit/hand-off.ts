import type { Manifest } from '#carriers/carrier';
import { localDateOf } from '#domain/local-time';
import type { Sql } from '#database/scope';
import { siteProfileAt } from '#database/site-profile';
import type { Records } from '../records.ts';
import type { DepositDeps } from './deps.ts';
import { depositName, depositRow, type DepositRow } from './deposit-row.ts';

/** A piece tells two streams (its site's, its letter's account's): 240 keep a transaction under 500 events. */
const PIECES_AT_ONCE = 240;

export const handOffActivities = ({ records, carrierFor }: Pick<DepositDeps, 'records' | 'carrierFor'>) => ({
  /** Sends the manifest ahead; the carrier knows one manifest a name, so saying it again changes nothing. */
  async announceDeposit(siteId: string, depositId: string): Promise<void> {
    const { d, manifest } = await records.read(siteId, async (sql) => {
      const d = await depositRow(sql, depositId);
      return { d, manifest: await manifestOf(sql, d) };
    });
    await carrierFor(d.carrier).announce(manifest);
    await records.write(siteId, (tx) =>
      tx.change('deposit', 'deposit.announced', [{ id: depositId, set: { state: 'announced' } }], {
        otherwise: 'skip',
      }),
    );
  },

  /** Gives the trays to the carrier: the act that cannot be taken back. One attempt. */
  async handOver(siteId: string, depositId: string): Promise<void> {
    const d = await records.read(siteId, (sql) => depositRow(sql, depositId));
    await carrierFor(d.carrier).handOver(depositName(d));
  },

  /** Whether the carrier says it holds the deposit: settles an unknown hand-off. */
  async wasHandedOver(siteId: string, depositId: string): Promise<boolean> {
    const d = await records.read(siteId, (sql) => depositRow(sql, depositId));
    return carrierFor(d.carrier).handedOver(depositName(d));
  },

  /** Deposit, trays, pieces and letters have left the site. Resumable: what has been recorded stays. */
  async recordHandOff(siteId: string, depositId: string, leftAt: string): Promise<{ acknowledgeBy: string }> {
    const left = new Date(leftAt);
    const { deposit, acknowledgeBy } = await records.write(
      siteId,
      async (tx) => {
        const profile = await siteProfileAt(tx.sql, siteId, tx.at);
        const by = new Date(tx.at.getTime() + profile.deadlines.acknowledgementSeconds * 1000);
        const set = { state: 'left_site', left_at: tx.at, deadline_at: by };
        await tx.change('deposit', 'deposit.left_site', [{ id: depositId, set }], { otherwise: 'skip' });
        const trays = await tx.sql<{ id: string }>(`select id from pli.trays where deposit_id = $1`, [depositId]);
        await tx.change(
          'tray',
          'tray.handed_over',
          trays.map(({ id }) => ({ id, set: { state: 'handed_over', deadline_at: by } })),
          { otherwise: 'skip' },
        );
        const deposit = await depositRow(tx.sql, depositId);
        return { deposit, acknowledgeBy: by };
      },
      left,
    );
    while ((await handOverSome(records, siteId, deposit, acknowledgeBy)) > 0);
    return { acknowledgeBy: acknowledgeBy.toISOString() };
  },
});

async function manifestOf(sql: Sql, d: DepositRow): Promise<Manifest> {
  const items = await sql<{
    tray: string;
    window_code: string;
    registered_number: string | null;
    product: string;
    band: number;
    weight_mg: number;
  }>(
    `select t.number as tray, p.window_code, p.registered_number, t.product, p.weight_band as band, p.weight_mg
     from pli.pieces p join pli.trays t on t.id = p.tray_id
     where t.deposit_id = $1 and p.state in ('trayed', 'handed_over') order by t.number, p.position`,
    [d.id],
  );
  return {
    deposit: depositName(d),
    site: d.site_code,
    contract: d.carrier_contract,
    date: localDateOf(d.slot_at, d.time_zone),
    items: items.map((i) => ({
      tray: Number(i.tray),
      windowCode: i.window_code,
      registeredNumber: i.registered_number,
      product: i.product,
      band: String(i.band),
      weightMg: i.weight_mg,
    })),
  };
}

/** One batch of pieces and their letters leaves; 0 when all have. */
async function handOverSome(records: Records, siteId: string, deposit: DepositRow, deadline: Date): Promise<number> {
  return records.write(
    siteId,
    async (tx) => {
      const pieces = await tx.sql<{ id: string; letter_id: string; in_production: boolean }>(
        `select p.id, p.letter_id, l.state = 'in_production' as in_production
         from pli.pieces p join pli.trays t on t.id = p.tray_id join pli.letters l on l.id = p.letter_id
         where t.deposit_id = $1 and p.state = 'trayed' order by p.id limit $2`,
        [deposit.id, PIECES_AT_ONCE],
      );
      await tx.change(
        'piece',
        'piece.handed_over',
        pieces.map(({ id }) => ({ id, set: { state: 'handed_over', deadline_at: deadline } })),
      );
      const left = { handed_over_at: tx.at, deposit_number: Number(deposit.number) };
      await tx.change(
        'letter',
        'letter.handed_over',
        pieces
          .filter((p) => p.in_production)
          .map((p) => ({ id: p.letter_id, set: { state: 'handed_over', ...left, deadline_at: deadline } })),
      );
      // Given up for lost (or counted by mistake) and then found on the site: the letter stays so until the carrier has it.
      await tx.change(
        'letter',
        'letter.piece_left_again',
        pieces.filter((p) => !p.in_production).map((p) => ({ id: p.letter_id, set: left })),
      );
      return pieces.length;
    },
    deposit.left_at ?? undefined,
  );
}
