const begin = Buffer.from('\nstream\n');
const end = Buffer.from('endstream');

/**
 * Bytes of a PDF outside its streams: dictionaries, arrays, numbers, strings. A parser in this process takes up to half a second of processor for
 * each megabyte of them, while streams cost it nothing. Expects what qpdf wrote: `/Length` last in a stream's dictionary, no raw line
 * end within a string. Whatever else claims to be a stream counts as syntax.
 */
export function bytesOutsideStreams(pdf: Buffer): number {
  let inside = 0;
  for (let at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at)) {
    const length = Number(/\/Length (\d+) >>$/.exec(pdf.toString('latin1', Math.max(0, at - 40), at))?.[1] ?? NaN);
    at += begin.length;
    const after = at + length;
    if (!(after < pdf.length)) continue;
    const [next, last] = [pdf.indexOf(end, after), after + 2];
    if (next < 0 || next > last) continue;
    inside += length;
    at = next;
  }
  return pdf.length - inside;
}
