import { onePage } from './testing/hostile/raw-pdf.ts';
import { tools } from './testing/letters.ts';
import { acceptUploadedPdf, patientUploadLimits } from './uploaded-pdf.ts';
import { bytesOutsideStreams } from './syntax-size.ts';

const stream = (bytes: string, length = bytes.length) =>
  `<< /Length ${length} >>\nstream\n${bytes}\nendstream\nendobj\n`;

test('what lies in streams is no syntax, whatever it looks like', () => {
  const syntax = '1 0 obj\n<< /X (text) >>\nendobj\n';
  const inside = 'x'.repeat(1000) + stream('y'.repeat(500));
  const pdf = (bytes: string) => Buffer.from(`${syntax}2 0 obj\n${stream(bytes)}${syntax}`, 'latin1');
  expect(bytesOutsideStreams(pdf(inside))).toBe(bytesOutsideStreams(pdf('')) + '1529'.length - '0'.length);
});

test.each([
  ['longer than the file', stream('text', 1_000_000)],
  ['without an end', stream('text', 2)],
  ['without a length', 'stream\nstream\n'.repeat(3)],
])('what claims to be a stream, %s, is syntax', (_, claims) => {
  const pdf = Buffer.from(`1 0 obj\n${claims}trailer`, 'latin1');
  expect(bytesOutsideStreams(pdf)).toBe(pdf.length);
});

test.each([
  ['a text', `(${'s'.repeat(4_000_000)})`],
  ['a list', `[${'123456789012345 '.repeat(250_000)}]`],
])('%s of four megabytes is refused before this process reads it', async (_, value) => {
  await expect(
    acceptUploadedPdf(onePage({ catalog: `/X ${value}` }), tools, patientUploadLimits),
  ).rejects.toMatchObject({
    code: 'document_too_heavy',
    message: expect.stringContaining('4.0 MB of texts and lists outside its pages'),
  });
});
