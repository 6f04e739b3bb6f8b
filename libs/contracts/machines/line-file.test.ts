import { z } from 'zod';
import { lineFormat } from './line-file.ts';

const format = lineFormat('pli-test', 1, z.object({ lot: z.int() }), z.object({ code: z.string() }));
const whole = format.write({ header: { lot: 7 }, lines: [{ code: 'a' }, { code: 'b' }] });

test('what is written is read', () => {
  expect(format.read(whole)).toEqual({ header: { lot: 7 }, lines: [{ code: 'a' }, { code: 'b' }] });
});

test('a file cut anywhere is half written, never wrong and never whole', () => {
  for (let length = 0; length < whole.length; length++) expect(format.read(whole.slice(0, length))).toBeUndefined();
});

test('an end that counts otherwise is no end', () => {
  expect(format.read(whole.replace('{"code":"b"}\n', ''))).toBeUndefined();
});

test('another format, another version, a wrong line are errors', () => {
  expect(() => format.read(whole.replace('pli-test', 'pli-other'))).toThrow();
  expect(() => format.read(whole.replace('"version":1', '"version":2'))).toThrow();
  expect(() => format.read(whole.replace('"code":"b"', '"code":5'))).toThrow();
});
