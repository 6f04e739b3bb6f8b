import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Hostile } from './hostile.ts';
import { bytesOf, onePage, textOf } from './raw-pdf.ts';

/** The harmless test signature that every virus scanner must find (EICAR); in two halves, so that no scanner finds this file. */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

/** What is no PDF, looks like one, or is something else as well. */
export function disguises(): Hostile[] {
  const good = onePage();
  const text = textOf(good);
  const unreadable = ['document_unreadable'] as const;
  return [
    { name: 'no byte', bytes: () => new Uint8Array(0), expected: unreadable },
    { name: 'one byte', bytes: () => bytesOf('%'), expected: unreadable },
    { name: 'five bytes of a header', bytes: () => bytesOf('%PDF-'), expected: unreadable },
    { name: 'a header alone', bytes: () => bytesOf('%PDF-1.7\n'), expected: unreadable },
    { name: 'a header and an end', bytes: () => bytesOf('%PDF-1.7\n%%EOF'), expected: unreadable },
    { name: 'plain text', bytes: () => bytesOf('Madame, Monsieur,\n'), expected: unreadable },
    { name: 'a web page', bytes: () => bytesOf('<!doctype html><title>x</title>'), expected: unreadable },
    { name: 'PostScript that names a PDF', bytes: () => bytesOf('%!PS\n% %PDF-1.4\nshowpage\n'), expected: unreadable },
    { name: 'a million zeros', bytes: () => new Uint8Array(1_000_000), expected: unreadable },
    {
      name: 'a million zeros after a header',
      bytes: () => Buffer.concat([bytesOf('%PDF-1.4\n'), new Uint8Array(1e6)]),
    },
    { name: 'a PDF as UTF-16', bytes: () => Buffer.from(text, 'utf16le'), expected: unreadable },
    { name: 'a PDF in base 64', bytes: () => bytesOf(Buffer.from(good).toString('base64')), expected: unreadable },
    { name: 'a gzipped PDF', bytes: () => gzipSync(good), expected: unreadable },
    { name: 'a PDF after a byte order mark', bytes: () => Buffer.concat([Buffer.from('\ufeff'), good]) },
    { name: 'a PDF after 500 bytes of noise', bytes: () => Buffer.concat([Buffer.alloc(500, '#'), good]) },
    {
      name: 'a PDF after 2,000 bytes of noise',
      bytes: () => Buffer.concat([Buffer.alloc(2000, '#'), good]),
      expected: unreadable,
    },
    { name: 'a PDF sent as text: line ends changed', bytes: () => bytesOf(text.replaceAll('\n', '\r\n')) },
    {
      name: 'a PDF sent as text: bytes above 127 replaced',
      bytes: () => Buffer.from(text.replace(/[\x80-\xff]/g, '\ufffd'), 'utf8'),
    },
    {
      name: 'two PDFs, one after the other',
      bytes: () => Buffer.concat([good, onePage({ mediaBox: '[0 0 300 300]' })]),
    },
    {
      name: 'a web page that is a PDF',
      bytes: () => Buffer.concat([bytesOf('<script>/*\n'), good, bytesOf('\n*/alert(1)</script>')]),
    },
    {
      name: 'a picture (GIF) that is a PDF',
      bytes: () => Buffer.concat([bytesOf('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), good]),
    },
    { name: 'a ZIP archive that is a PDF', bytes: () => Buffer.concat([zipOf('x.pdf', bytesOf('x')), good]) },
    { name: 'a PDF that is a ZIP archive', bytes: () => Buffer.concat([good, zipOf('x.txt', bytesOf('x'))]) },
    { name: 'a ZIP archive with a PDF in it', bytes: () => zipOf('a.pdf', good) },
    { name: 'a shell script that is a PDF', bytes: () => Buffer.concat([bytesOf('#!/bin/sh\necho x; exit\n'), good]) },
    {
      name: 'the virus test signature',
      bytes: () => bytesOf(eicar),
      expected: ['document_unreadable', 'document_infected'],
    },
    { name: 'the virus test signature behind a PDF', bytes: () => Buffer.concat([good, bytesOf(eicar)]) },
    { name: 'the virus test signature in a stream', bytes: () => onePage({ more: [{ dict: '', stream: eicar }] }) },
    { name: 'a version that does not exist', bytes: () => bytesOf(text.replace('%PDF-1.7', '%PDF-9.9')) },
    { name: 'a version that is no number', bytes: () => bytesOf(text.replace('%PDF-1.7', '%PDF-a.b')) },
  ];
}

/** A ZIP archive with one file. */
function zipOf(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0);
  entry.writeUInt16LE(8, 4);
  entry.writeUInt32LE(packed.length, 14);
  entry.writeUInt32LE(content.length, 18);
  entry.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([bytesOf('PK\x03\x04'), entry, bytesOf(name), packed]);
  const central = Buffer.concat([bytesOf('PK\x01\x02\x14\x00'), entry, Buffer.alloc(14), bytesOf(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, bytesOf('PK\x05\x06'), end]);
}
