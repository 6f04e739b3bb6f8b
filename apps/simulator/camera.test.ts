import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { assemblePrintFile } from '#documents/print-file';
import { toolsFromEnv } from '#documents/tools';
import { specimenGeometry } from '#domain/geometry-profiles';
import { textCamera } from './camera.ts';
import { opticalCamera } from './optical-camera.ts';
import { testLot } from './testing/lot.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pli-camera-'));
});
afterAll(() => rm(directory, { recursive: true }));

const tools = toolsFromEnv();
const lot = testLot(61, [2, 1]);

/** A lot's real print file over blank pages; each sheet code stands in another zone of the margin. */
async function printFile(mode: 'test' | 'live'): Promise<string> {
  const pieces = await Promise.all(
    lot.job.pieces.map(async ({ position, copy, sheetCodes }) => {
      const pages = sheetCodes.length * 2;
      const blank = await PDFDocument.create();
      for (let page = 0; page < pages; page++) blank.addPage([595.28, 841.89]);
      const pdf = await blank.save();
      return {
        piece: position,
        copy,
        pdf,
        parts: [{ kind: 'document' as const, pages }],
        sheetCodeZones: sheetCodes.map((_, i) => i * 2),
      };
    }),
  );
  const file = join(directory, `${mode}.pdf`);
  const job = {
    file,
    site: 'PAR1',
    lot: 61,
    mode,
    sides: 'duplex' as const,
    geometry: specimenGeometry,
  };
  await assemblePrintFile({ ...job, pieces }, tools);
  return file;
}

test.each([
  ['text', textCamera(tools.pdftotext)],
  ['optical', opticalCamera(tools.pdftoppm)],
] as const)('the %s camera reads every code of a real print file, in test and live mode', async (_, camera) => {
  const windows = new Map(lot.job.pieces.map(({ sheetCodes: [first = ''], windowCode }) => [first, windowCode]));
  const expected = lot.sheetCodes.map((sheetCode) => ({ sheetCode, windowCode: windows.get(sheetCode) ?? null }));
  for (const mode of ['test', 'live'] as const) expect(await camera(await printFile(mode), 2)).toEqual(expected);
});
