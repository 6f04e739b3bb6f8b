import { bytesOf, partOfFile } from './part-of-file.ts';

test.each([
  [{}, 0, undefined, true],
  [{ 'upload-offset': '17' }, 17, undefined, true],
  [{ 'content-range': 'bytes 0-99/300' }, 0, 100, false],
  [{ 'content-range': 'bytes 100-299/300', 'content-length': '200', 'upload-offset': '100' }, 100, 200, true],
])('%j is a part of its file', (headers, from, length, last) => {
  expect(partOfFile(headers)).toEqual({ from, length, last });
});

test.each([
  ...[
    'bytes 0-*/*',
    'bytes 0-99/*',
    'bytes */300',
    'bytes 0-',
    'bytes=0-99',
    'bytes 0-99/300, 5-6/9',
    'lines 0-9/10',
    '',
  ],
  'bytes 0-99/3000000000000',
])('%j says no part', (range) => {
  expect(() => partOfFile({ 'content-range': range })).toThrow(
    expect.objectContaining({ code: 'content_range_unreadable' }),
  );
});

test.each(['bytes 9-8/10', 'bytes 0-10/10'])('%j says a part that no file has', (range) => {
  expect(() => partOfFile({ 'content-range': range })).toThrow(
    expect.objectContaining({ code: 'content_range_impossible' }),
  );
});

test('what contradicts the range is refused', () => {
  const range = { 'content-range': 'bytes 0-99/300' };
  for (const other of [{ 'content-length': '101' }, { 'upload-offset': '1' }])
    expect(() => partOfFile({ ...range, ...other })).toThrow(
      expect.objectContaining({ code: 'content_range_impossible' }),
    );
  expect(() => partOfFile({ 'upload-offset': '-1' })).toThrow(
    expect.objectContaining({ code: 'import_offset_unknown' }),
  );
});

test('a part has the bytes it announces', async () => {
  const read = async (length: number) => {
    const chunks = (async function* () {
      yield* ['ab', 'cd'].map((text) => Buffer.from(text));
    })();
    let text = '';
    for await (const chunk of bytesOf(chunks, length)) text += chunk.toString();
    return text;
  };
  expect(await read(4)).toBe('abcd');
  await expect(read(3)).rejects.toMatchObject({ code: 'content_range_impossible' });
  await expect(read(5)).rejects.toMatchObject({ code: 'body_incomplete', retry: 'later' });
});
