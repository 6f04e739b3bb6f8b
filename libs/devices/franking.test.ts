import { frankingFor, type FrankingRequest } from './franking.ts';

const request: FrankingRequest = {
  contract: 'C-1',
  product: 'PRIORITY',
  counter: 42,
  depositDate: '2026-11-23',
  amountCents: 152,
  mode: 'test',
};

test('a printed mark says SPECIMEN, its product and amount, its day and its own number', () => {
  const mark = frankingFor('printed').mark(request);
  expect(mark.lines).toEqual(['SPECIMEN TEST', 'PRIORITY 1,52 EUR', '2026-11-23', 'C-1-00000042']);
  expect(mark.debit).toBe('at_acceptance');
});

test('the same copy asked again gets the same mark; the next copy another number', () => {
  const franking = frankingFor('printed');
  expect(franking.mark(request)).toEqual(franking.mark(request));
  expect(franking.mark({ ...request, counter: 43 }).number).toBe('C-1-00000043');
});

test('pre-printed stock prints nothing and is counted all the same', () => {
  expect(frankingFor('preprinted').mark(request)).toMatchObject({ lines: [], number: 'C-1-00000042' });
});

test('franking by machine or carrier is refused by name', () => {
  for (const mode of ['machine', 'carrier'] as const)
    expect(() => frankingFor(mode)).toThrow(expect.objectContaining({ code: 'option_not_available' }));
});
