import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { linesOfPages } from './page-lines.ts';
import { withScratch } from './scratch.ts';
import { samplePdf, tools } from './testing/letters.ts';
import { acceptUploadedPdf } from './uploaded-pdf.ts';

const mm = 72 / 25.4;
const linesOf = (pdf: Uint8Array) =>
  withScratch((folder) => {
    const file = join(folder, 'it.pdf');
    writeFileSync(file, pdf);
    return linesOfPages(file, tools);
  });

test('the lines of an office letter stand where they are seen, page by page, top only', async () => {
  const { pdf } = await acceptUploadedPdf(samplePdf('office-letter/convocation.pdf'), tools);
  const pages = await linesOf(pdf);
  expect(pages).toHaveLength(2);
  expect(pages[0]?.map(({ text }) => text).join('\n')).toContain('Cabinet Rivoire');
  for (const line of pages.flat()) {
    expect(line.y).toBeLessThan(130);
    expect(line.x + line.width).toBeLessThan(212);
    expect(line.height).toBeGreaterThan(1);
  }
});

test('a turned page and one whose origin lies elsewhere give places as the eye has them', async () => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const upright = doc.addPage([210 * mm, 297 * mm]);
  upright.drawText('L’été <b> & "x"', { x: 110 * mm, y: (297 - 60) * mm, size: 12, font });
  const moved = doc.addPage([210 * mm, 297 * mm]);
  moved.setMediaBox(50 * mm, 70 * mm, 210 * mm, 297 * mm);
  moved.drawText('moved', { x: 160 * mm, y: (70 + 297 - 60) * mm, size: 12, font });
  const turned = doc.addPage([297 * mm, 210 * mm]);
  turned.setRotation(degrees(90));
  // Seen upright, the page's x runs down and its y runs right.
  turned.drawText('turned', { x: 60 * mm, y: 110 * mm, size: 12, font, rotate: degrees(90) });
  const low = doc.addPage([210 * mm, 297 * mm]);
  low.drawText('below what is kept', { x: 50, y: 50, font });
  const [first, second, third, fourth] = await linesOf(await doc.save());
  expect(first?.map(({ text }) => text)).toEqual(['L’été <b> & "x"']);
  for (const [page, text] of [
    [first, 'L’été <b> & "x"'],
    [second, 'moved'],
    [third, 'turned'],
  ] as const) {
    const [line] = page ?? [];
    expect(line?.text).toBe(text);
    expect(Math.abs((line?.x ?? 0) - 110)).toBeLessThan(1.5);
    expect(Math.abs((line?.y ?? 0) + (line?.height ?? 0) - 60)).toBeLessThan(2);
  }
  expect(fourth).toEqual([]);
});

test('a page cannot fill a row: lines and characters are counted', async () => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const page = doc.addPage([210 * mm, 297 * mm]);
  for (let i = 0; i < 400; i++) page.drawText('x'.repeat(500), { x: 1, y: 840 - i * 0.9, size: 0.8, font });
  const [lines = []] = await linesOf(await doc.save());
  expect(lines.length).toBeLessThanOrEqual(200);
  for (const { text } of lines) expect(text.length).toBeLessThanOrEqual(300);
});
