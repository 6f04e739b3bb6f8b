import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { MailError } from '#domain/mail-error';
import { type Ended, type Limits, runConfined } from './confined.ts';
import { requireA4 } from './letter-pages.ts';
import { rasterPages } from './raster.ts';
import { withScratch } from './scratch.ts';
import type { DocumentTools } from './tools.ts';
import { plainPages } from './uploaded-pages.ts';

/** What a customer's PDF may be. The usual limits fit a letter that a C4 envelope takes. */
export type UploadLimits = { readonly maxBytes: number; readonly maxPages: number };
export const usualUploadLimits: UploadLimits = { maxBytes: 20_000_000, maxPages: 60 };

export type AcceptedPdf = {
  /** Rewritten once: the bytes to store, show, print and archive. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Of the bytes as they came. */
  readonly originalSha256: string;
};

/** For one look at one file. An honest document of 60 pages takes a second or two. */
const limits: Limits = { seconds: 8, memoryMb: 512, outputMb: 128 };
const mostObjects = 100_000;

/**
 * Takes a customer's PDF: what two parsers read alike, A4, not encrypted, within limits; rewritten once so that everything after
 * works on plain bytes. The pages look as they did. Errors (all `never`, each telling page and how to mend):
 * `document_too_large`, `document_unreadable`, `document_encrypted`, `document_empty`, `document_too_many_pages`,
 * `document_too_heavy`, `document_has_hidden_layers`, `page_not_a4`.
 */
export async function acceptUploadedPdf(
  bytes: Uint8Array,
  tools: DocumentTools,
  { maxBytes, maxPages }: UploadLimits = usualUploadLimits,
): Promise<AcceptedPdf> {
  if (bytes.length > maxBytes)
    throw refused(
      'document_too_large',
      `The document has ${megabytes(bytes.length)} MB; at most ${megabytes(maxBytes)} MB are taken. Reduce the resolution of its images.`,
    );
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (!header.includes('%PDF-'))
    throw refused('document_unreadable', 'This is not a PDF file. Export the document as PDF.');
  return withScratch(async (folder) => {
    const [original, rewritten, plain] = ['original.pdf', 'rewritten.pdf', 'plain.pdf'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await writeFile(original, bytes);
    const counted = await pagesByPoppler(original, tools);
    if (counted > maxPages)
      throw refused(
        'document_too_many_pages',
        `The document has ${counted} pages; at most ${maxPages} are taken. Send it in several letters.`,
      );
    await rewriteByQpdf(original, rewritten, tools);
    const doc = await openPlain(await readFile(rewritten));
    const pdf = await understood(async () => {
      if (doc.getPageCount() === 0 || counted === 0)
        throw refused('document_empty', 'The document has no page. Export it again.');
      if (doc.getPageCount() !== counted) throw unreadable('two programs count its pages differently');
      requireA4(doc);
      return plainPages(doc);
    });
    await writeFile(plain, pdf);
    await requireDrawable(plain, counted, tools);
    return { pdf, pages: counted, originalSha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

async function pagesByPoppler(file: string, tools: DocumentTools): Promise<number> {
  let said = '';
  const ended = await runConfined(tools.pdfinfo, [file], limits, (chunk) => (said += chunk.toString('latin1')));
  if (/Incorrect password/i.test(ended.stderr) || /^Encrypted:\s+yes/m.test(said)) throw encrypted();
  requireGoodEnd(ended, [0], 'its structure is damaged');
  return Number(/^Pages:\s+(\d+)$/m.exec(said)?.[1] ?? 0);
}

/**
 * qpdf reads every object, repairs what it safely can (code 3: with warnings), puts form fields and stamps into the pages, and
 * writes plain objects: later readers never meet an object stream that unpacks to a gigabyte.
 */
async function rewriteByQpdf(from: string, to: string, tools: DocumentTools): Promise<void> {
  const ended = await runConfined(
    tools.qpdf,
    [
      '--object-streams=disable',
      '--coalesce-contents',
      '--generate-appearances',
      '--flatten-annotations=print',
      '--no-original-object-ids',
      from,
      to,
    ],
    limits,
  );
  if (/password|encrypt/i.test(ended.stderr) && ended.code === 2) throw encrypted();
  requireGoodEnd(ended, [0, 3], 'its structure is damaged');
  const checked = await runConfined(tools.qpdf, ['--check', to], limits);
  requireGoodEnd(checked, [0, 3], 'its content is damaged');
}

async function openPlain(rewritten: Buffer): Promise<PDFDocument> {
  const objects = Number(
    /\/Size (\d+)/.exec(rewritten.toString('latin1', Math.max(0, rewritten.length - 2048)))?.[1] ?? 0,
  );
  if (objects > mostObjects) throw tooHeavy(`it is made of ${objects} objects`);
  return understood(() => PDFDocument.load(rewritten, { updateMetadata: false }));
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

/** The last reader is the one whose raster we compare with: every page must come out, in honest time. */
async function requireDrawable(file: string, pages: number, tools: DocumentTools): Promise<void> {
  let drawn = 0;
  try {
    await rasterPages(file, tools, { dpi: 36, limits }, () => drawn++);
  } catch (cause) {
    throw tooHeavy('drawing its pages takes too much time or memory', cause);
  }
  if (drawn !== pages) throw unreadable('not all of its pages can be drawn');
}

function requireGoodEnd(ended: Ended, good: number[], otherwise: string): void {
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
