import { destinationWords } from './paper-words.ts';

const tray = { kind: 'sorted', lowest: '01000', highest: '59800', countries: ['FR'] } as const;

test('a tray is labelled with its postcodes, one or from the lowest to the highest', () => {
  expect(destinationWords(tray)).toBe('01000 – 59800');
  expect(destinationWords({ ...tray, highest: '01000' })).toBe('01000');
});

test('a tray for other countries is labelled with their names: postcodes of two countries make no range', () => {
  const abroad = { ...tray, lowest: '1050', highest: '8001', countries: ['CH', 'BE'] };
  expect(destinationWords(abroad)).toBe('BELGIQUE, SUISSE');
  expect(destinationWords({ ...abroad, countries: ['CH'] })).toBe('SUISSE');
});

test('a residual tray was not sorted, wherever its pieces go', () => {
  expect(destinationWords({ ...tray, kind: 'residual', countries: ['FR', 'BE'] })).toBe('hors tri');
});
