import { accountsMix, lotKeyText, lotKindOf, parseLotKey } from './lot-key.ts';
import type { LotKey } from './lot-key.ts';

const invoices: LotKey = {
  site: 'PAR1',
  mode: 'test',
  kind: 'ordinary',
  product: 'priority',
  contract: 'ctr_1',
  franking: 'printed',
  envelope: 'C5/6',
  envelopeStock: 'stk_1',
  paperStock: 'stk_2',
  colour: 'black',
  sides: 'duplex',
  fold: 'z_three',
  inserts: [],
  integrity: 'tracked',
  destination: 'metropolitan',
  account: null,
};

test('the same class has the same text, and the text gives the class back', () => {
  const shuffled = Object.fromEntries(Object.entries(invoices).reverse()) as LotKey;
  expect(lotKeyText(shuffled)).toBe(lotKeyText(invoices));
  expect(parseLotKey(lotKeyText(invoices))).toEqual(invoices);
  const odd = { ...invoices, inserts: ['stk_a', 'stk_b'], account: 'acc=1;x' };
  expect(parseLotKey(lotKeyText(odd))).toEqual(odd);
});

test.each([
  { kind: 'reprint' },
  { mode: 'live' },
  { envelope: 'C4', fold: 'none' },
  { franking: 'preprinted' },
  { destination: 'overseas' },
  { destination: 'international' },
  { inserts: ['stk_9'] },
  { integrity: 'count_only' },
  { account: 'acc_1' },
] satisfies Partial<LotKey>[])('pieces that differ in %j are not made together', (difference) => {
  expect(lotKeyText({ ...invoices, ...difference })).not.toBe(lotKeyText(invoices));
});

test('a text that is no lot key is refused', () => {
  expect(() => parseLotKey('site=PAR1')).toThrow('not a lot key');
});

test("accounts mix only under the provider's contract and where both allow it", () => {
  const ours = { contractOwner: 'provider', providerAllows: true, accountAllows: true } as const;
  expect(accountsMix(ours)).toBe(true);
  expect(accountsMix({ ...ours, contractOwner: 'account' })).toBe(false);
  expect(accountsMix({ ...ours, accountAllows: false })).toBe(false);
  expect(accountsMix({ ...ours, providerAllows: false })).toBe(false);
});

test('a second copy and a registered letter stand alone', () => {
  expect(lotKindOf({ product: 'priority', copy: 1 })).toBe('ordinary');
  expect(lotKindOf({ product: 'registered', copy: 1 })).toBe('registered');
  expect(lotKindOf({ product: 'registered', copy: 2 })).toBe('reprint');
});
