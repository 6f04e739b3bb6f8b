import { localDateOf, localTimeOf } from '#domain/local-time';
import type { Sql } from '#database/scope';
import { depositSlip, type DepositSlip, type SlipLine } from '#documents/papers/deposit-slip';
import { siteBlobs } from '#storage/blobs';
import type { DepositDeps } from './deps.ts';
import { depositRow, type DepositRow } from './deposit-row.ts';

interface CountOf {
  product: string;
  band: string | number;
  count: number;
}

export const slipActivities = ({ records, blobs, tools }: Pick<DepositDeps, 'records' | 'blobs' | 'tools'>) => ({
  /** Draws the deposit slip: what we declare and, once the carrier has counted, what it found beside it. Each version is kept. */
  async writeSlip(siteId: string, depositId: string): Promise<void> {
    const slip = await records.read(siteId, async (sql) => slipOf(sql, await depositRow(sql, depositId)));
    const pdf = await depositSlip(slip, tools);
    await records.write(siteId, async (tx) => {
      const address = await blobs.put(
        tx.sql,
        siteBlobs(siteId, slip.mode),
        pdf,
        { use: 'slip', usedBy: depositId },
        tx.at,
      );
      await tx.change('deposit', 'deposit.slip_written', [{ id: depositId, set: { slip: address } }]);
    });
  },
});

async function slipOf(sql: Sql, d: DepositRow): Promise<DepositSlip> {
  const trays = await sql<{ number: string }>(`select number from pli.trays where deposit_id = $1 order by number`, [
    d.id,
  ]);
  const found = d.found ?? undefined;
  return {
    site: d.site_code,
    siteName: d.site_name,
    deposit: Number(d.number),
    mode: d.mode,
    depositor: d.site_name,
    carrier: d.carrier.name,
    contract: d.carrier_contract,
    place: d.carrier.name,
    day: localDateOf(d.slot_at, d.time_zone),
    slot: localTimeOf(d.slot_at, d.time_zone),
    trays: trays.map((t) => Number(t.number)),
    lines: (d.declared ?? []).map((line): SlipLine => {
      const counted = found && countIn(found, line);
      return {
        product: line.product,
        band: `jusqu’à ${line.band} g`,
        count: line.count,
        meanMg: Math.round(line.mass_mg / line.count),
        ...(counted !== undefined && { found: { count: counted } }),
      };
    }),
    ...(d.accepted_at && { acceptedAt: d.accepted_at.toISOString() }),
    timeZone: d.time_zone,
  };
}

/** What the carrier found of a declared line, over all parts of its answer. */
function countIn(found: readonly CountOf[], { product, band }: CountOf): number {
  return found
    .filter((f) => f.product === product && String(f.band) === String(band))
    .reduce((sum, f) => sum + f.count, 0);
}
