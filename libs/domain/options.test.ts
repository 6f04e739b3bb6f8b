import { refuseUnexecutedFranking } from './franking.ts';
import { defaultOptions, refuseUnexecuted, unexecutedOptions } from './options.ts';
import type { OrderOptions } from './options.ts';
import { orderOptionsSchema } from './options-schema.ts';

test('a sender who chooses nothing gets a priority letter in black, on both sides, in the smallest envelope', () => {
  expect(orderOptionsSchema.parse({})).toEqual(defaultOptions);
  expect(() => refuseUnexecuted(defaultOptions)).not.toThrow();
});

test.each([
  { colour: 'colour', sides: 'simplex', envelope: 'C4' },
  { service: 'economy' },
  { service: 'registered' },
  { backgroundPage: 'doc_1' },
  { archive: { kind: 'simple', years: 5 } },
  { archive: { kind: 'simple' }, costCentre: 'DRH', clientReference: 'F-2027-12', sendDate: '2027-03-30' },
] satisfies Partial<OrderOptions>[])('%j is executed', (chosen) => {
  expect(unexecutedOptions(orderOptionsSchema.parse(chosen))).toEqual([]);
});

test.each([
  [{ service: 'registered', acknowledgement: 'paper' }, 'acknowledgement "paper"'],
  [{ archive: { kind: 'evidential', years: 30 } }, 'archive "evidential 30 years"'],
  [{ channel: 'electronic_with_paper_fallback' }, 'channel "electronic_with_paper_fallback"'],
  [{ inserts: ['stk_1'] }, 'inserts "stk_1"'],
  [{ returnAddress: 'site_box' }, 'returnAddress "site_box"'],
  [{ integrity: 'count_only' }, 'integrity "count_only"'],
  [{ markConflict: 'reduce' }, 'markConflict "reduce"'],
] satisfies [Partial<OrderOptions>, string][])(
  '%j is stored, and refused by name when it is to be carried out',
  (chosen, name) => {
    const options = orderOptionsSchema.parse(chosen);
    expect(options).toMatchObject(chosen);
    expect(() => refuseUnexecuted(options)).toThrow(`Not available yet: ${name}.`);
  },
);

test('who would have a page made smaller is told how to mend it', () => {
  const [reduced] = unexecutedOptions({ ...defaultOptions, markConflict: 'reduce' });
  expect(reduced?.instead).toMatch(/empty margin at the left/);
});

test('every option that is not executed is named at once', () => {
  expect(unexecutedOptions({ ...defaultOptions, channel: 'electronic', inserts: ['a', 'b'] })).toEqual([
    { option: 'channel', value: 'electronic' },
    { option: 'inserts', value: 'a, b' },
  ]);
});

test.each([
  [{ acknowledgement: 'paper' }, 'acknowledgement', 'registered letter only'],
  [{ archive: { kind: 'evidential' } }, 'archive', '1, 3, 5, 10 or 30 years'],
  [{ archive: { kind: 'none', years: 10 } }, 'archive', 'leave its duration out'],
])('%j contradicts itself and is refused on its option', (chosen, option, text) => {
  const issues = orderOptionsSchema.safeParse(chosen).error?.issues;
  expect(issues).toMatchObject([{ path: [option], message: expect.stringContaining(text) as string }]);
});

test.each([
  { colour: 'blue' },
  { archive: { kind: 'evidential', years: 2 } },
  { sendDate: '2027-02-30' },
  { stapled: true },
])('%j is not an option', (chosen) => {
  expect(orderOptionsSchema.safeParse(chosen).success).toBe(false);
});

test('franking by machine or by the carrier is refused by name', () => {
  expect(() => refuseUnexecutedFranking('printed')).not.toThrow();
  expect(() => refuseUnexecutedFranking('machine')).toThrow('franking "machine"');
  expect(() => refuseUnexecutedFranking('carrier')).toThrow('franking "carrier"');
});
