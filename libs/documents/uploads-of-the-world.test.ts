import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCanary } from './testing/canary.ts';
import { watchChildren } from './testing/child-memory.ts';
import { hostileCorpus } from './testing/hostile/corpus.ts';
import { tryAll } from './testing/hostile/trial.ts';
import { tools } from './testing/letters.ts';
import { looksAlike, raster } from './testing/pdf-facts.ts';
import { acceptUploadedPdf, patientUploadLimits } from './uploaded-pdf.ts';

const folder = join(import.meta.dirname, 'testing/producers');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.pdf'))
  .map((file) => file.slice(0, -4));
const producer = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, `${name}.pdf`))) });

/** What the door does not take: fonts left out (the sender embeds them, or accepts a repaired document) */
const refused: Readonly<Record<string, string>> = {
  'groff-unembedded': 'document_font_not_embedded',
  'reportlab-unembedded': 'document_font_not_embedded',
};

/**
 * `UPLOADS=all npm test -- uploads-of-the-world` sends every file there is and gives the heavy ones all the time that the door gives: some
 * minutes. By itself the test sends more than 200 and only a few of those that are heavy by their nature.
 */
const all = process.env['UPLOADS'] === 'all';
const someHeavy = new Set([
  'content of a gigabyte, packed twice',
  'forms that draw ten forms, ten deep',
  'a dash a millionth of a point long',
  'content: a picture in line of a billion dots',
]);

test.each(files.filter((name) => !(name in refused)))(
  'a PDF by %s is taken, and looks as it did to the dot',
  async (name) => {
    const { bytes } = producer(name);
    const { pdf } = await acceptUploadedPdf(bytes, tools, patientUploadLimits);
    expect(looksAlike(await raster(bytes, 100), await raster(pdf, 100))).toBe(true);
  },
);

test.each(Object.entries(refused))('a PDF by %s is refused: %s', async (name, code) => {
  await expect(acceptUploadedPdf(producer(name).bytes, tools, patientUploadLimits)).rejects.toMatchObject({ code });
});

test(
  'malformed and hostile files are taken or refused by a stable code, in time, without a call, and harm nothing',
  async () => {
    const canary = await openCanary();
    const watch = watchChildren();
    const sound = all
      ? ['libreoffice', 'pdflatex', 'typst', 'chromium', 'openpdf', 'scanner-jpeg']
      : ['typst', 'openpdf'];
    const corpus = hostileCorpus({
      port: canary.port,
      qpdf: tools.qpdf,
      sound: sound.map(producer),
      seeds: all ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2],
    });
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    const chosen = corpus.filter(({ heavy, name }) => all || !heavy || someHeavy.has(name));
    expect(chosen.length).toBeGreaterThanOrEqual(200);

    const trials = await tryAll(chosen, { most: all ? 10 : 4, atOnce: 2 });
    watch.stop();
    canary.close();
    const outcomes: Record<string, number> = {};
    for (const { outcome } of trials) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (all)
      console.log({
        files: chosen.length,
        outcomes,
        childMb: watch.most(),
        slowest: trials
          .toSorted((a, b) => b.seconds - a.seconds)
          .slice(0, 5)
          .map(({ seconds, name }) => `${seconds.toFixed(2)} s ${name}`),
      });
    expect(trials.filter(({ wrong }) => wrong)).toEqual([]);
    expect(canary.hits).toEqual([]);
    expect(watch.most()).toBeGreaterThan(1);
    expect(watch.most()).toBeLessThanOrEqual(512);

    const { bytes } = producer('libreoffice');
    const { pdf } = await acceptUploadedPdf(bytes, tools, patientUploadLimits);
    expect(looksAlike(await raster(bytes, 100), await raster(pdf, 100))).toBe(true);
  },
  all ? 900_000 : 120_000,
);
