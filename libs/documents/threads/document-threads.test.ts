import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { DocumentRefusal } from '../findings.ts';
import { splitPdf } from '../split.ts';
import { tools } from '../testing/letters.ts';
import { writeText } from '../testing/written-text.ts';
import { DocumentThreads } from './document-threads.ts';

const PAGES = 8;
let folder: string;
const threads = new DocumentThreads();
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'pli-threads-'))));
afterAll(async () => {
  await threads.close();
  await rm(folder, { recursive: true });
});

async function pages(count: number): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  for (let i = 0; i < count; i++) writeText(doc.addPage([595.28, 841.89]), `Facture ${i}`, { x: 100, y: 700 });
  return doc.save();
}
const limits = { maxBytes: 20_000_000, maxPages: 200 };

test('a document is taken in a thread as it would be here, and its thread is used again', async () => {
  const pdf = await pages(2);
  for (let time = 0; time < 2; time++) {
    const accepted = await threads.run('acceptUploadedPdf', pdf, tools, limits);
    expect(accepted).toMatchObject({
      pages: 2,
      repairs: [],
      pageLines: [[{ text: 'Facture 0' }], [{ text: 'Facture 1' }]],
    });
    expect(Buffer.from(accepted.pdf).subarray(0, 5).toString()).toBe('%PDF-');
  }
});

test('a refusal comes through whole: code, words, and each finding with its place', async () => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  doc.addPage([500, 500]).drawText('Bonjour', { x: 100, y: 300, font });
  const refused = await threads
    .run('acceptUploadedPdf', await doc.save(), tools, limits)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DocumentRefusal);
  const { code, findings } = refused as DocumentRefusal;
  expect(code).toBe('page_not_a4');
  expect(findings.map((finding) => [finding.code, finding.page])).toEqual([
    ['page_not_a4', 1],
    ['document_font_not_embedded', 1],
  ]);
  await expect(threads.run('acceptUploadedPdf', Buffer.from('no'), tools, limits)).rejects.toMatchObject({
    code: 'document_unreadable',
  });
});

test('while codes are looked for, the process answers others', async () => {
  const file = join(folder, 'long.pdf');
  await writeFile(file, await pages(PAGES));
  const by = { kind: 'barcode', begins: 'each', separators: false } as unknown as Parameters<typeof splitPdf>[2];
  const zone = { x: 20, y: 20, width: 100, height: 40 };
  /** Milliseconds for which this thread worked. */
  const busy = async (work: () => Promise<unknown>) => {
    const before = performance.eventLoopUtilization();
    await work().catch(() => undefined);
    return performance.eventLoopUtilization(before).active;
  };
  const here = await busy(() => splitPdf(file, PAGES, by, zone, tools));
  const there = await busy(() => threads.run('splitPdf', file, PAGES, by, zone, tools));
  expect(there).toBeLessThan(here);
});
