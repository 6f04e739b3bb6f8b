import { lineDiff } from './line-diff.ts';

const told = (from: string, to: string) =>
  lineDiff(from, to).map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`);

test('what changed between two texts is told line by line, and what stayed stays', () => {
  expect(told('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
  expect(told('a\nb', 'a\nb\nc')).toEqual([' a', ' b', '+c']);
  expect(told('a\nb\nc\nd', 'b\nd\ne')).toEqual(['-a', ' b', '-c', ' d', '+e']);
  expect(told('a', 'a')).toEqual([' a']);
});

test('texts of many lines with nothing in common are replaced whole', () => {
  const many = (word: string) => Array.from({ length: 4000 }, (_, i) => `${word} ${i}`).join('\n');
  expect(told(many('a'), many('b'))).toHaveLength(8000);
});
