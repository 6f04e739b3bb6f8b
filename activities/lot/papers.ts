import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moment, productName } from '#documents/papers/french';
import { lotTicket, type LotTicket } from '#documents/papers/lot-ticket';
import { trayLabel } from '#documents/papers/tray-label';
import { productionDataAt, type ProductionData } from '#database/production/production-data';
import type { Sql } from '#database/scope';
import { calendarsOf } from '#database/site-profile';
import { planOfSlot } from '#domain/deposit-planning';
import { slotForTray } from '#domain/tray-slot';
import type { LotDeps } from './deps.ts';
import { jobName, type LotRow } from './lot-row.ts';
import { destinationWords, words, type TrayContents } from './paper-words.ts';

interface PlannedTray {
  tray: number;
  fromPiece: number;
  toPiece: number;
  pieces: number;
  destination: string;
}

interface OnPaper {
  trays: PlannedTray[];
  bands: string;
  reprintOf: number | undefined;
  data: ProductionData;
}

/**
 * Writes the lot ticket that follows the lot through the room, and a label for each tray, beside the print file.
 * @param sheets of the print file, header and trailer included
 */
export async function writePapers(
  { records, tools, workDir }: Pick<LotDeps, 'records' | 'tools' | 'workDir'>,
  lot: LotRow,
  sheets: number,
): Promise<void> {
  const folder = join(workDir, lot.id);
  await mkdir(folder, { recursive: true });
  const at = records.clock();
  const onPaper = await records.read(lot.site_id, (sql) => readOnPaper(sql, lot, at));
  await writeFile(join(folder, 'ticket.pdf'), await lotTicket(ticketOf(lot, sheets, onPaper, at), tools));
  const { site_code: site, site_name: siteName, mode, key } = lot;
  for (const { tray, pieces, destination } of onPaper.trays) {
    const label = {
      site,
      siteName,
      tray,
      mode,
      lots: [lot.number],
      pieces,
      product: productName(key.product),
      contract: key.contract,
      destination,
      depositDay: lot.planned_deposit_date,
    };
    await writeFile(join(folder, `tray-${tray}.pdf`), await trayLabel(label, tools));
  }
}

async function readOnPaper(sql: Sql, lot: LotRow, at: Date): Promise<OnPaper> {
  const trays = await sql<Omit<PlannedTray, 'destination'> & TrayContents>(
    `select t.number as tray, min(p.position) as "fromPiece", max(p.position) as "toPiece", count(*)::int as pieces,
            t.kind, min(l.postcode) as "lowest", max(l.postcode) as "highest", array_agg(distinct l.country) as countries
     from pli.trays t join pli.pieces p on p.tray_id = t.id join pli.letters l on l.id = p.letter_id
     where t.lot_id = $1 and p.mark is not null group by t.number, t.kind order by t.number`,
    [lot.id],
  );
  const [more] = await sql<{ bands: string; reprint_of: number | null }>(
    `select string_agg(distinct p.weight_band::text, ', ') as bands, (select o.number from pli.lots o where o.id = lot.reprint_of) as reprint_of
     from pli.lots lot join pli.pieces p on p.lot_id = lot.id where lot.id = $1 group by lot.id`,
    [lot.id],
  );
  return {
    trays: trays.map((tray) => ({ ...tray, destination: destinationWords(tray) })),
    bands: more?.bands ?? '',
    reprintOf: more?.reprint_of ?? undefined,
    data: await productionDataAt(sql, lot.site_id, at),
  };
}

function ticketOf(lot: LotRow, sheets: number, { trays, bands, reprintOf, data }: OnPaper, at: Date): LotTicket {
  const { key, planned_deposit_date: depositDay } = lot;
  const calendars = calendarsOf(data.profile);
  const { latestInsertionAt } = planOfSlot(
    data.profile,
    calendars,
    slotForTray(data.profile, calendars, at, depositDay),
  );
  const paper = data.papers.find(({ id }) => id === key.paperStock);
  return {
    site: lot.site_code,
    siteName: lot.site_name,
    lot: lot.number,
    mode: lot.mode,
    pieces: lot.pieces,
    sheets,
    product: productName(key.product),
    contract: key.contract,
    franking: words.franking[key.franking],
    envelope: key.envelope,
    paper: paper === undefined ? key.paperStock : `A4 ${paper.grammage} g/m²`,
    colour: words.colour[key.colour],
    sides: words.sides[key.sides],
    fold: words.fold[key.fold],
    inserts: key.inserts.length === 0 ? 'aucun' : key.inserts.join(', '),
    weightBand: `jusqu’à ${bands} g`,
    depositDay,
    latestInsertion: moment(latestInsertionAt.toISOString(), lot.time_zone),
    printJob: jobName(lot),
    trays: trays.map(({ tray, fromPiece, toPiece, destination }) => ({ tray, fromPiece, toPiece, destination })),
    ...(reprintOf !== undefined && { reprintOf: `${lot.site_code} – ${reprintOf}` }),
  };
}
