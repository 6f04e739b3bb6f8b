import { join } from 'node:path';
import type { Manifest } from '#carriers/carrier';
import type { Floor } from './floor.ts';
import type { TestLot } from './lot.ts';

/** Prints and inserts a lot to its end, as far as its machines have told of it. */
export async function producedOn(floor: Floor, lot: TestLot): Promise<TestLot> {
  const file = await lot.print(join(floor.directory, `${lot.name}.pdf`));
  await floor.printer.submit({ name: lot.name, file, sheets: lot.sheetCodes.length, sides: 'one-sided' });
  await floor.inserter.submit(lot.job);
  await floor.until('result_written', ({ job, last }) => job === lot.name && last);
  return lot;
}

/** The manifest of a whole lot: pieces of more than three sheets are of the next band; `numbers` make them registered. */
export function manifestOf(lot: TestLot, numbers: readonly string[] = []): Manifest {
  const items = lot.job.pieces.map(({ tray, windowCode, sheetCodes }, i) => {
    const band = sheetCodes.length > 3 ? '50' : '20';
    return { tray, windowCode, registeredNumber: numbers[i] ?? null, product: 'LV', band, weightMg: 19_970 };
  });
  const { site, lot: number } = lot.job;
  return { deposit: `${site}-${number}`, site, contract: 'C-1', date: '2026-11-23', items };
}

/** Announces and hands over, and waits until every part of the ordinary acknowledgement is there. */
export async function handedOver(floor: Floor, manifest: Manifest): Promise<Manifest> {
  const { deposit: name } = manifest;
  await floor.carrier.announce(manifest);
  expect(await floor.carrier.announced(name)).toBe(true);
  await floor.carrier.handOver(name);
  await floor.until('acknowledgement_written', ({ deposit, last }) => deposit === name && last);
  return manifest;
}
