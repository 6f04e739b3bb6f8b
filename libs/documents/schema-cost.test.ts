import { mayRunForEver } from './schema-cost.ts';

const text = (pattern: string) => ({ type: 'object', properties: { a: { type: 'string', pattern } } });
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

test.each(['^\\d{4}-\\d{2}-\\d{2}$', '^[A-Z]{2}\\d{2} [0-9]{4}$', '^F-[0-9]{6}', '^abc'])(
  'the pattern %s is read once',
  (pattern) => expect(mayRunForEver(text(pattern))).toBe(false),
);

test.each([
  '^(a+)+$',
  '(a|a){30}',
  'a*a*b',
  'a?a?a?aaa',
  '.*',
  '(?=a)b',
  '\\1',
  '[',
  '\\p{L}',
  '^[a-z]+$',
  '^x{1,30}',
  'a{999}b',
])('the pattern %s may go back over what it has read', (pattern) => expect(mayRunForEver(text(pattern))).toBe(true));

test('a definition that refers to nothing may be named as often as one likes', () => {
  const named = { properties: { from: { $ref: '#/$defs/date' }, to: { $ref: '#/$defs/date' } }, $defs: { date } };
  expect(mayRunForEver(named)).toBe(false);
});

test.each([
  [
    'definitions that refer to each other',
    { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: date } },
  ],
  ['a schema that refers to itself', { properties: { child: { $ref: '#' } } }],
  ['items that must all differ', { type: 'array', uniqueItems: true }],
  ['a schema that refers to its root wherever it stands', { properties: { a: { allOf: [{ $recursiveRef: '#' }] } } }],
  [
    'references of a schema within, which has a name of its own',
    {
      properties: {
        x: { $id: 'http://e/x', $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: date } },
      },
    },
  ],
  ['a long list to compare each item with', { items: { enum: Array.from({ length: 3000 }, (_, i) => i) } }],
  ['patterns for names', { patternProperties: { '^a+$': {} } }],
  ['a pattern beneath a definition', { $ref: '#/$defs/a', $defs: { a: { items: { pattern: '(a+)+' } } } }],
])('%s may take for ever', (_, schema) => expect(mayRunForEver(schema)).toBe(true));
