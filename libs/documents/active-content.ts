import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { boxSeen } from './page-box.ts';
import type { Finding } from './findings.ts';

const name = (text: string) => PDFName.of(text);

/** Actions that run something, send something, or open another file (PDF 32000-1, 12.6.4). */
const actions: ReadonlyMap<PDFName, string> = new Map([
  [name('JavaScript'), 'a script'],
  [name('Launch'), 'an action that starts a program'],
  [name('SubmitForm'), 'a form that sends itself'],
  [name('ImportData'), 'an action that reads another file'],
  [name('GoToE'), 'an action that opens an embedded file'],
  [name('Rendition'), 'an action that plays something'],
  [name('RichMediaExecute'), 'an action that plays something'],
]);
/** Annotations that are more than ink on a page. */
const annotations: ReadonlyMap<PDFName, string> = new Map([
  [name('RichMedia'), 'rich media'],
  [name('Screen'), 'rich media'],
  [name('Movie'), 'a film'],
  [name('Sound'), 'a sound'],
  [name('3D'), 'a 3D scene'],
  [name('FileAttachment'), 'an embedded file'],
]);
/** What may happen by itself when a document or page opens: going to a page. */
const harmlessAlone: ReadonlySet<PDFObject | undefined> = new Set([name('GoTo'), name('Named'), name('SetOCGState')]);

/** More would only repeat, and a hostile file holds thousands. */
const mostTold = 100;

/**
 * What a document would do beside being seen: scripts, launches, forms that send, XFA, media, embedded files but the figures of an invoice. Paper needs none of it, and
 * whoever opens our stored copies is not to run it. Links, outlines and moves within the document are harmless. Everything is looked at
 * that can be reached from the catalog, which is all that a reader ever finds. Findings: `document_active_content`.
 */
export function activeContent(doc: PDFDocument): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<PDFObject>();
  const found = (what: string, page?: number, area?: Finding['area']) => {
    if (findings.length >= mostTold) return;
    const same = findings.some((known) => known.page === page && known.detail.includes(` ${what}:`));
    if (same && area === undefined) return;
    findings.push({
      code: 'document_active_content',
      detail: `${page === undefined ? 'The document' : `Page ${page}`} contains ${what}: paper cannot take it. Save it without, best as PDF/A (print it to PDF).`,
      ...(page === undefined ? {} : { page }),
      ...(area === undefined ? {} : { area }),
    });
  };

  // A link names the page it leads to: each page is looked at as itself, and only then.
  for (const { node } of doc.getPages()) seen.add(node);
  doc.getPages().forEach((page, i) => {
    for (const annotation of annotationsOf(page)) {
      const kind = annotations.get(annotation.lookup(name('Subtype')) as PDFName);
      const area = areaOf(page, annotation);
      if (kind !== undefined) found(kind, i + 1, area);
      else walk(annotation, doc, seen, (told) => found(told, i + 1, area));
    }
    for (const [key, value] of page.node.entries())
      if (key !== name('Parent') && key !== name('Annots') && key !== name('B'))
        walk(value, doc, seen, (told) => found(told, i + 1));
  });
  walk(doc.catalog, doc, seen, (told) => found(told));
  return findings;
}

/** Every dictionary that can be reached from `start` and was not looked at before, without recursion: nesting is the sender's. */
function walk(start: PDFObject, doc: PDFDocument, seen: Set<PDFObject>, found: (what: string) => void): void {
  const waiting: PDFObject[] = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const value = next instanceof PDFRef ? doc.context.lookup(next) : next;
    if (value === undefined || seen.has(value)) continue;
    if (value instanceof PDFArray) {
      seen.add(value);
      for (const member of value.asArray()) if (mayHold(member)) waiting.push(member);
      continue;
    }
    const dict = value instanceof PDFRawStream ? value.dict : value;
    if (!(dict instanceof PDFDict)) continue;
    seen.add(value);
    const what =
      value instanceof PDFRawStream && dict.has(name('F')) ? 'a part that lies in another file' : whatIsIn(dict);
    if (what !== undefined) found(what);
    for (const file of figuresIn(dict)) seen.add(file);
    for (const member of dict.values()) if (mayHold(member)) waiting.push(member);
  }
}

const mayHold = (value: PDFObject): boolean =>
  value instanceof PDFRef || value instanceof PDFDict || value instanceof PDFArray || value instanceof PDFRawStream;

function whatIsIn(dict: PDFDict): string | undefined {
  const type = dict.lookup(name('Type'));
  if (type !== name('StructElem')) {
    const action = actions.get(dict.lookup(name('S')) as PDFName);
    if (action !== undefined) return action;
  }
  if (dict.has(name('JS'))) return 'a script';
  if (dict.has(name('XFA'))) return 'an XFA form';
  if (type === name('EmbeddedFile') || (dict.has(name('EF')) && figuresIn(dict).length === 0))
    return 'an embedded file';
  if (dict.has(name('Collection')) && type === name('Catalog')) return 'embedded files (a portfolio)';
  if (dict.has(name('OpenAction')) && runsAlone(dict.lookup(name('OpenAction'))))
    return 'an action that runs when it is opened';
  const alone = dict.lookup(name('AA'));
  if (alone instanceof PDFDict && alone.keys().some((key) => runsAlone(alone.lookup(key))))
    return 'an action that runs by itself';
  const media = annotations.get(dict.lookup(name('Subtype')) as PDFName);
  return dict.has(name('Rect')) ? media : undefined;
}

/** What the standards call the figures of an invoice. */
const figures = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i;
const xml: ReadonlySet<PDFObject | undefined> = new Set([name('text/xml'), name('application/xml')]);

/**
 * The embedded files of a file specification, if all of them are XML, by their type or their name: an invoice of the Factur-X or ZUGFeRD
 * kind carries its figures so. They are data that nothing runs, left out of what is printed and kept in the original.
 */
function figuresIn(specification: PDFDict): PDFRawStream[] {
  const files = specification.lookup(name('EF'));
  if (!(files instanceof PDFDict)) return [];
  const told = [specification.lookup(name('UF')), specification.lookup(name('F'))];
  const named = told.some(
    (text) => (text instanceof PDFString || text instanceof PDFHexString) && figures.test(text.decodeText()),
  );
  const streams = files.keys().map((key) => files.lookup(key));
  const harmless = streams.every(
    (file): file is PDFRawStream =>
      file instanceof PDFRawStream && (named || xml.has(file.dict.lookup(name('Subtype')))),
  );
  return harmless ? streams : [];
}

/** An action that nobody has to click; a destination, which is no dictionary with an action type, only shows a place. */
function runsAlone(action: PDFObject | undefined): boolean {
  if (!(action instanceof PDFDict)) return false;
  const kind = action.lookup(name('S'));
  return kind !== undefined && !harmlessAlone.has(kind);
}

function annotationsOf({ node }: PDFPage): PDFDict[] {
  const list = node.lookup(name('Annots'));
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((entry) => {
    const annotation = entry instanceof PDFRef ? node.context.lookup(entry) : entry;
    return annotation instanceof PDFDict ? [annotation] : [];
  });
}

function areaOf(page: PDFPage, annotation: PDFDict): Finding['area'] {
  const rect = annotation.lookup(name('Rect'));
  if (!(rect instanceof PDFArray) || rect.size() !== 4) return undefined;
  const corners = [0, 1, 2, 3].map((i) => rect.lookup(i));
  const [x1, y1, x2, y2] = corners.map((corner) => (corner instanceof PDFNumber ? corner.asNumber() : NaN)) as [
    number,
    number,
    number,
    number,
  ];
  const area = boxSeen(page, { x1, y1, x2, y2 });
  return Object.values(area).every(Number.isFinite) ? area : undefined;
}
