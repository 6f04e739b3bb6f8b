import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatMark } from '#domain/marks';
import { specimenGeometry } from '#domain/geometry-profiles';
import { drawDataMatrix } from '#documents/marks/barcode';
import { Composer } from '#documents/composer';
import { houseFonts } from '#documents/fonts/house-fonts';
import { Ink } from '#documents/ink';
import { mergePdfs } from '#documents/merge';
import { assemblePrintFile, type PieceToPrint } from '#documents/print-file';
import { toolsFromEnv } from '#documents/tools';
import { toolEnvironment } from '../toolbox.ts';
import { ratioOf, type Bench } from './measure.ts';
import { sampleInvoice } from './sample-letter.ts';

const LETTERS = 1000;
const ROUNDS = 3;

/**
 * The print file of 1,000 marked two-page letters, against what it cannot do without: qpdf merging the same files, and bwip-js
 * drawing the same codes.
 */
export const assembling: Bench = async (say) => {
  const tools = toolsFromEnv({ ...process.env, ...toolEnvironment() });
  const folder = await mkdtemp(join(tmpdir(), 'pli-bench-'));
  try {
    const pieces = await thousandLetters(folder, tools);
    const job = { site: 'PAR1', lot: 1, mode: 'test' as const, sides: 'duplex' as const, geometry: specimenGeometry };
    const readPieces = async function* (): AsyncGenerator<PieceToPrint> {
      for (const { file, ...piece } of pieces) yield { ...piece, pdf: new Uint8Array(await readFile(file)) };
    };
    const assemble = () => assemblePrintFile({ ...job, file: join(folder, 'print.pdf'), pieces: readPieces() }, tools);
    const scratch = join(folder, 'scratch');
    await mkdir(scratch);
    const bare = async () => {
      drawAllCodes(pieces, tools.fonts);
      const groups = [pieces.slice(0, 500), pieces.slice(500)];
      const merged = groups.map((_, i) => join(folder, `bare-${i}.pdf`));
      for (const [i, group] of groups.entries())
        await mergePdfs(
          group.map(({ file }) => ({ file })),
          merged[i]!,
          scratch,
          tools,
        );
      await mergePdfs(
        merged.map((file) => ({ file })),
        join(folder, 'bare.pdf'),
        scratch,
        tools,
      );
    };
    await bare();
    say(`assembling: ${ROUNDS} rounds of ${LETTERS} letters, print file and bare parts in turn`);
    const ratio = await ratioOf(ROUNDS, bare, assemble);
    return [
      {
        name: 'assembling: print file against qpdf merging + bwip-js drawing',
        unit: '×',
        budget: '≤ 2',
        holds: ratio.value <= 2,
        ...ratio,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

type StoredPiece = Omit<PieceToPrint, 'pdf'> & { file: string };

/** 1,000 letters as the store would hold them: 50 composed ones, each written twenty times as files of their own. */
async function thousandLetters(folder: string, tools: ReturnType<typeof toolsFromEnv>): Promise<StoredPiece[]> {
  const { html, numbered } = await sampleInvoice();
  const composer = new Composer({ tools });
  try {
    const letters = Array.from({ length: 50 }, (_, i) => ({
      letterId: String(i),
      content: { kind: 'template' as const, template: { version: 'bench', html }, data: numbered(i) },
      attachments: [],
      recipientLines: ['MADAME CLAIRE FONTAINE', `${i + 1} RUE DES LILAS`, '75011 PARIS'],
      senderLine: 'Les Moulins, 4 rue du Port, 44000 Nantes',
      geometry: specimenGeometry,
      sides: 'duplex' as const,
      maxPages: 10,
    }));
    const results = await composer.compose({ accountId: 'bench', letters });
    const pieces: StoredPiece[] = [];
    for (let n = 0; n < LETTERS; n++) {
      const result = results[n % results.length]!;
      if (!result.ok) throw result.error;
      const file = join(folder, `letter-${n}.pdf`);
      await writeFile(file, result.pdf);
      pieces.push({ piece: n + 1, copy: 1, file, parts: result.parts, sheetCodeZones: result.sheetCodeZones });
    }
    return pieces;
  } finally {
    await composer.close();
  }
}

/** The codes that the print file carries: one on each sheet, one in each window. */
function drawAllCodes(pieces: readonly StoredPiece[], fonts: string | undefined): void {
  const ink = () => new Ink(houseFonts(fonts));
  const zone = specimenGeometry.sheetCodeZones[0]!;
  for (const { piece, copy, sheetCodeZones } of pieces) {
    const of = sheetCodeZones.length;
    for (let sheet = 1; sheet <= of; sheet++)
      drawDataMatrix(ink(), formatMark({ kind: 'sheet', site: 'PAR1', lot: 1, piece, sheet, of }), zone);
    drawDataMatrix(
      ink(),
      formatMark({ kind: 'window', site: 'PAR1', lot: 1, piece, copy }),
      specimenGeometry.windowBlock.windowCode,
    );
  }
}
