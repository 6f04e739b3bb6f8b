import iconv from 'iconv-lite';
import { csvRows, delimiterOf, jsonLines } from './csv-rows.ts';
import { CellText, FileText } from './file-text.ts';

/** A file cut into pieces anywhere: what is read must not depend on where the network cuts. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const wanted = [
  ['Nom', 'Ville', 'Note'],
  ['Zoé "la" 𝄞', 'Évry', 'a;b\r\nc'],
  ['', '', ''],
  ['Ÿ', 'L’Haÿ', '…'],
];
const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test.each([
  ['utf-8', '\r\n', ''],
  ['utf-8', '\n', '\ufeff'],
  ['utf-16le', '\r\n', '\ufeff'],
  ['utf-16be', '\n', ''],
] as const)(
  '%s is read the same wherever it is cut, and each row knows its byte of the file',
  async (encoding, newline, mark) => {
    const lines = wanted.map((row) => row.map(cell).join(';') + newline);
    const file = iconv.encode(mark + lines.join(''), encoding);
    const ends = lines.map((_, i) => iconv.encode(mark + lines.slice(0, i + 1).join(''), encoding).length);
    for (const size of [1, 2, 3, 5, 7, 16, 1000]) {
      const text = await FileText.open(pieces(file, size), 'auto', 0);
      const cells = new CellText(text.encoding);
      const read: string[][] = [];
      const found: number[] = [];
      for await (const { cells: row, end } of csvRows(text.chunks(), ';')) {
        read.push(row.map((bytes) => cells.decode(bytes)));
        found.push((found.at(-1) ?? 0) + text.takeTo(end).fileBytes);
      }
      expect([size, read, found]).toEqual([size, wanted, ends]);
    }
  },
);

test('a file that does not say its encoding is UTF-8 until a cell cannot be, and then Windows-1252', async () => {
  const file = iconv.encode('Nom\nPierre\nZoé Œuvrard – 5 €\n', 'windows-1252');
  const text = await FileText.open(pieces(file, 4), 'auto', 0);
  const cells = new CellText(text.encoding);
  const read: string[] = [];
  for await (const { cells: row } of csvRows(text.chunks(), ';')) read.push(cells.decode(row[0]!));
  expect(read).toEqual(['Nom', 'Pierre', 'Zoé Œuvrard – 5 €']);
  expect(cells.encoding).toBe('windows-1252');
  expect(() => new CellText('utf-8').decode('Z\xe9')).toThrow('not UTF-8');
});

test('the delimiter is the one that parts the first row most often, outside quotes', () => {
  expect(delimiterOf('a;b;c,d\n1,2,3,4,5')).toBe(';');
  expect(delimiterOf('"x,y,z";b\n')).toBe(';');
  expect(delimiterOf('a\tb')).toBe('\t');
  expect(delimiterOf('a|b|c')).toBe('|');
  expect(delimiterOf('alone')).toBe(';');
});

test('lines of JSON end at line feeds, the last one also without', async () => {
  const read: [string, number][] = [];
  for await (const { cells, end } of jsonLines(pieces(Buffer.from('{"a":1}\n\n{"b":"é"}'), 3)))
    read.push([new CellText('utf-8').decode(cells[0] ?? ''), end]);
  expect(read).toEqual([
    ['{"a":1}', 8],
    ['', 9],
    ['{"b":"é"}', 19],
  ]);
});

test('a row without end is refused before it fills the memory', async () => {
  async function* endless() {
    yield Buffer.from('a;b\n"');
    for (;;) yield Buffer.alloc(100_000, 'x');
  }
  const read = async () => {
    for await (const _row of csvRows(endless(), ';')) expect(_row.end).toBe(4);
  };
  await expect(read()).rejects.toMatchObject({ code: 'import_unreadable' });
});
