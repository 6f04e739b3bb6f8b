import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFArray, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import { activeContent } from './active-content.ts';
import { scanForViruses, type VirusScan } from './clamd.ts';
import { type Ended, type Limits, machineBusy, runConfined } from './confined.ts';
import { type Finding, refuseFindings, type Repair } from './findings.ts';
import { linesOfPages, type PageLine } from './page-lines.ts';
import { pagesNotA4 } from './page-sizes.ts';
import { dotsOfLargestPicture, mostDots } from './picture-sizes.ts';
import { inkIn, rasterPages } from './raster.ts';
import { ProcessorMeter } from './processor-meter.ts';
import { withScratch } from './scratch.ts';
import { bytesOutsideStreams } from './syntax-size.ts';
import type { DocumentTools } from './tools.ts';
import { hiddenLayers, plainPages } from './uploaded-pages.ts';
import { textOfPages, type PageText } from './used-fonts.ts';

/** What a customer's PDF may be, and what may be mended in it. The usual limits fit a letter that a C4 envelope takes. */
export type UploadLimits = {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Seconds by the clock for the whole examination, all children together. */
  readonly seconds?: number;
  /** Seconds of processor that all children together may take; a share of the clock's when left out. */
  readonly processorSeconds?: number;
  readonly repairs?: readonly Repair[];
  /** Asked before anything reads the bytes. */
  readonly virusScan?: VirusScan | undefined;
};
export const usualUploadLimits: UploadLimits = { maxBytes: 20_000_000, maxPages: 60 };
/** The same for whoever can wait: however busy the machine, the document alone decides. */
export const patientUploadLimits: UploadLimits = { ...usualUploadLimits, seconds: 120, processorSeconds: 4.2 };

export type AcceptedPdf = {
  /** Rewritten once: the bytes to store, show, print and archive. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Of the bytes as they came. */
  readonly originalSha256: string;
  /** What was mended, of what was asked for: the pages are then not those that were sent. */
  readonly repairs: readonly Repair[];
  /** The lines that can be seen in the top of each page; none for a page with the invisible text of a scanner. */
  readonly pageLines: readonly (readonly PageLine[])[];
};

/** An honest document of 60 pages takes a second or two; with all that is around it, an upload is answered in ten, also on a busy machine. */
const usualSeconds = 7;
/** Of the time by the clock, what all children together may spend on a processor: who takes more is not finished by waiting. */
const busyShare = 0.6;
const mostObjects = 100_000;
/** Bytes outside streams, which this process parses itself: an honest tagged page has 20 kB of them. */
const mostSyntax = (pages: number) => 3_000_000 + 4000 * pages;
/** A page at 36 dpi has 125 kB; a long print to be split has thousands. */
const mbPerPage = 0.2;
/** What poppler says when it leaves text out and goes on. */
const textLeftOut = /Couldn't create a font|No font in show|font resource is not a dictionary/;
const largestRewritten = 64 * 1024 * 1024;

/**
 * Takes a customer's PDF: what two parsers read alike, A4, fonts embedded, nothing that runs, not encrypted, within limits; rewritten once
 * so that everything after works on plain bytes. The pages look as they did, unless a repair was asked for and needed. Errors, each telling
 * how to mend; those that lie in pages are a `DocumentRefusal` with every page and place: `document_too_large`, `document_infected`,
 * `virus_scan_unavailable` (later), `document_unreadable`, `document_encrypted`, `document_empty`, `document_too_many_pages`,
 * `document_too_heavy`, `document_active_content`, `document_has_hidden_layers`, `page_not_a4`, `document_font_not_embedded`, `machine_busy`
 * (later: the clock ran out, and the machine had given it little to work with).
 */
export async function acceptUploadedPdf(
  bytes: Uint8Array,
  tools: DocumentTools,
  {
    maxBytes,
    maxPages,
    seconds = usualSeconds,
    processorSeconds = seconds * busyShare,
    repairs = [],
    virusScan,
  }: UploadLimits = usualUploadLimits,
): Promise<AcceptedPdf> {
  if (bytes.length > maxBytes)
    throw refused(
      'document_too_large',
      `The document has ${megabytes(bytes.length)} MB; at most ${megabytes(maxBytes)} MB are taken. Reduce the resolution of its images.`,
    );
  const until = performance.now() + seconds * 1000;
  if (virusScan !== undefined) await scanForViruses(bytes, virusScan, until);
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (!header.includes('%PDF-'))
    throw refused('document_unreadable', 'This is not a PDF file. Export the document as PDF.');
  return withScratch(async (folder) => {
    const limits: Limits = {
      seconds: Math.ceil(processorSeconds),
      memoryMb: 512,
      outputMb: 128,
      until,
      meter: new ProcessorMeter(processorSeconds),
    };
    const original = join(folder, 'original.pdf');
    await writeFile(original, bytes);
    const counted = await pagesByPoppler(original, tools, limits);
    if (counted > maxPages)
      throw refused(
        'document_too_many_pages',
        `The document has ${counted} pages; at most ${maxPages} are taken. Send it in several letters.`,
      );
    const work: Work = { folder, tools, limits, pages: counted };
    const plain = join(folder, 'plain.pdf');
    const { pdf, text, done } = await understood(() => plainAndMended(original, plain, counted, repairs, work));
    const pageLines = await drawnLines(plain, counted, text, work);
    const originalSha256 = createHash('sha256').update(bytes).digest('hex');
    return { pdf, pages: counted, originalSha256, repairs: done, pageLines };
  });
}

type Work = {
  readonly folder: string;
  readonly tools: DocumentTools;
  readonly limits: Limits;
  /** As the first program counted them. */
  readonly pages: number;
};
type Plain = { pdf: Uint8Array; text: PageText[]; done: Repair[] };

/** Examines and rewrites; what was found in the document's pages is told together. */
async function plainAndMended(
  original: string,
  plain: string,
  counted: number,
  repairs: readonly Repair[],
  work: Work,
): Promise<Plain> {
  const doc = await rewrittenBy(original, join(work.folder, 'rewritten.pdf'), work);
  if (doc.getPageCount() === 0 || counted === 0)
    throw refused('document_empty', 'The document has no page. Export it again.');
  if (doc.getPageCount() !== counted) throw unreadable('two programs count its pages differently');
  const dots = dotsOfLargestPicture(doc);
  if (dots > mostDots) throw tooHeavy(`it has a picture of ${Math.round(dots / 1_000_000)} million dots`);
  const findings = [...activeContent(doc), ...hiddenLayers(doc)];
  const drawn = hasAnnotations(doc) ? await stampsDrawn(work) : doc;
  const sizes = pagesNotA4(drawn);
  const text = textOfPages(drawn, work.limits);
  const fonts = fontsNotEmbedded(text);
  const done = repairs.filter((repair) => (repair === 'fit_to_a4' ? sizes : fonts).length > 0);
  const left = [...sizes, ...fonts].filter(({ repair }) => repair === undefined || !done.includes(repair));
  refuseFindings([...findings, ...left]);

  const pdf = await plainPages(drawn, done.includes('fit_to_a4'));
  await writeFile(plain, pdf);
  if (!done.includes('embed_fonts')) return { pdf, text, done };
  const embedded = await fontsEmbedded(plain, counted, work);
  await writeFile(plain, embedded);
  return { pdf: embedded, text, done };
}

async function pagesByPoppler(file: string, tools: DocumentTools, limits: Limits): Promise<number> {
  let said = '';
  const ended = await runConfined(tools.pdfinfo, [file], limits, (chunk) => (said += chunk.toString('latin1')));
  if (/Incorrect password|security handler/i.test(ended.stderr) || /^Encrypted:\s+yes/m.test(said)) throw encrypted();
  requireGoodEnd(ended, [0], 'its structure is damaged');
  return Number(/^Pages:\s+(\d+)$/m.exec(said)?.[1] ?? 0);
}

/**
 * qpdf reads every object, repairs what it safely can (code 3: with warnings), and writes plain objects: later readers never meet an object
 * stream that unpacks to a gigabyte.
 */
async function rewrittenBy(from: string, to: string, work: Work, ...more: string[]): Promise<PDFDocument> {
  const { tools, limits } = work;
  const options = ['--object-streams=disable', '--coalesce-contents', '--no-original-object-ids', ...more];
  const ended = await runConfined(tools.qpdf, [...options, from, to], limits);
  if (/password|encrypt/i.test(ended.stderr) && ended.code === 2) throw encrypted();
  requireGoodEnd(ended, [0, 3], 'its structure is damaged');
  requireGoodEnd(await runConfined(tools.qpdf, ['--check', to], limits), [0, 3], 'its content is damaged');
  if ((await stat(to)).size > largestRewritten) throw tooHeavy('it unpacks to too many bytes');
  const rewritten = await readFile(to);
  const syntax = bytesOutsideStreams(rewritten);
  if (syntax > mostSyntax(work.pages))
    throw tooHeavy(`it has ${megabytes(syntax)} MB of texts and lists outside its pages`);
  const tail = rewritten.toString('latin1', Math.max(0, rewritten.length - 2048));
  const objects = Number(/\/Size (\d+)/.exec(tail)?.[1] ?? 0);
  if (objects > mostObjects) throw tooHeavy(`it is made of ${objects} objects`);
  return PDFDocument.load(rewritten, { updateMetadata: false });
}

const hasAnnotations = (doc: PDFDocument): boolean =>
  doc.catalog.has(PDFName.of('AcroForm')) ||
  doc.getPages().some(({ node }) => {
    const list = node.lookup(PDFName.of('Annots'));
    return list instanceof PDFArray && list.size() > 0;
  });

/** Form fields and stamps become part of the pages, as a printer draws them. */
function stampsDrawn(work: Work): Promise<PDFDocument> {
  const [from, to] = [join(work.folder, 'rewritten.pdf'), join(work.folder, 'drawn.pdf')];
  return rewrittenBy(from, to, work, '--generate-appearances', '--flatten-annotations=print');
}

function fontsNotEmbedded(text: readonly PageText[]): Finding[] {
  return text.flatMap(({ lacking }, i) =>
    [...lacking].sort().map((font): Finding => ({
      code: 'document_font_not_embedded',
      detail: `Page ${i + 1} uses the font "${font}", which is not in the file: each printer would take another. Export it with its fonts embedded, best as PDF/A, or ask for the repair embed_fonts.`,
      page: i + 1,
      repair: 'embed_fonts',
    })),
  );
}

/** Drawn anew by poppler with the fonts of this house in place of those that lack; its sender looks at it before it is printed. */
async function fontsEmbedded(plain: string, pages: number, work: Work): Promise<Uint8Array> {
  const to = join(work.folder, 'embedded.pdf');
  const ended = await runConfined(work.tools.pdftocairo, ['-pdf', plain, to], work.limits);
  requireGoodEnd(ended, [0], 'its fonts cannot be replaced');
  const doc = await rewrittenBy(to, join(work.folder, 'embedded-plain.pdf'), work);
  if (doc.getPageCount() !== pages) throw unreadable('not all of its pages can be drawn');
  refuseFindings([...pagesNotA4(doc), ...fontsNotEmbedded(textOfPages(doc, work.limits))]);
  return plainPages(doc);
}

/**
 * The last reader is the one whose raster we compare with: every page must come out, in honest time. Of the lines that the pages say, those
 * stay that have ink under them.
 */
async function drawnLines(
  file: string,
  pages: number,
  text: readonly PageText[],
  { tools, limits }: Work,
): Promise<PageLine[][]> {
  const said = await linesOfPages(file, tools, limits);
  const seen: PageLine[][] = [];
  const outputMb = Math.max(limits.outputMb, Math.ceil(pages * mbPerPage));
  let complaints: string;
  try {
    complaints = await rasterPages(file, tools, { dpi: 36, limits: { ...limits, outputMb } }, (page) => {
      const i = seen.length;
      seen.push(text[i]?.unseen ? [] : (said[i] ?? []).filter((line) => inkIn(page, line) !== undefined));
    });
  } catch (cause) {
    if (cause instanceof MailError && cause.code === 'machine_busy') throw cause;
    throw tooHeavy('drawing its pages takes too much time or memory', cause);
  }
  if (seen.length !== pages) throw unreadable('not all of its pages can be drawn');
  if (textLeftOut.test(complaints))
    throw unreadable('a font in it is damaged, and its text would be missing', complaints);
  return seen;
}

/** pdf-lib throws errors of many kinds at objects that are not what it expects, often only when they are first looked at. */
async function understood<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MailError) throw cause;
    throw unreadable('its structure is damaged', cause);
  }
}

function requireGoodEnd(ended: Ended, good: number[], otherwise: string): void {
  if (ended.by === 'busy') throw machineBusy();
  if (ended.by !== 'exit') throw tooHeavy(`reading it takes too much ${ended.by}`, ended.stderr);
  if (!good.includes(ended.code)) throw unreadable(otherwise, ended.stderr);
}

function encrypted(): MailError {
  return refused(
    'document_encrypted',
    'The document is protected by a password or by rights. Save it without protection.',
  );
}
function unreadable(why: string, cause?: unknown): MailError {
  return refused('document_unreadable', `The document cannot be read: ${why}. Export it again, best as PDF/A.`, cause);
}
function tooHeavy(why: string, cause?: unknown): MailError {
  return refused(
    'document_too_heavy',
    `The document was given up: ${why}. Export it again with simpler drawings.`,
    cause,
  );
}
function refused(code: string, text: string, cause?: unknown): MailError {
  return new MailError(code, text, 'never', cause);
}
function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
