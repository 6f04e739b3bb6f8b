import { check } from '#database/checker/check';
import type { Report } from '#database/checker/report';
import type { PrintRoom } from './print-room.ts';

/** What the checker finds wrong between a print room's rows, its ledger and the machines' own journal. */
export async function findingsIn({ house, floor }: PrintRoom): Promise<Report['findings']> {
  const witnesses = { database: house.db.checker, journal: floor.simulator.journalPath };
  const { findings } = await check(witnesses, () => new Date());
  // The house removes the fixtures' placeholder stock behind the ledger's back.
  return findings.filter(({ subject }) => !subject.startsWith('stk_'));
}
