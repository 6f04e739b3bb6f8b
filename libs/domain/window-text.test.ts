import { specimenGeometry as geometry } from './geometry-profiles.ts';
import { judgeWindowText, normal, otherAddressIn, type TextLine, windowOf } from './window-text.ts';

const recipientLines = ['MADAME CLAIRE FONTAINE', 'APPARTEMENT 4', '12 RUE DES LILAS', '75011 PARIS'];
const senderLine = 'Exp. LES MOULINS - 4 RUE DU PORT - 44000 NANTES';
const record = { recipientLines, senderLine, geometry };

/** Lines of 10 points as a page says them, the first one's top at `y`. */
const at = (x: number, y: number, ...texts: string[]): TextLine[] =>
  texts.map((text, i) => ({ text, x, y: y + 4.3 * i, width: text.length * 1.9, height: 4 }));
const claire = at(118, 56, 'Madame Claire Fontaine', 'Appartement 4', '12, rue des Lilas', '75011 Paris');

test('what is compared are letters and digits', () => {
  expect(normal(' 12 bis, rue de l’Œuvre-Saint-Étienne ')).toBe('12BISRUEDELOEUVRESAINTETIENNE');
  expect(normal('Straße')).toBe('STRASSE');
  expect(normal('BP n° 4')).toBe('BPN4');
  expect([normal('1-2, rue X'), normal('1 / 2 rue X'), normal('12 rue X')]).toEqual(['1 2RUEX', '1 2RUEX', '12RUEX']);
  expect(normal('…—')).toBe('');
});

test('the window of a small envelope shows less than all of them together', () => {
  const [small, all] = [windowOf({ geometry, formats: ['C5/6'] }), windowOf({ geometry })];
  expect(small.ever).toEqual({ x: 67, y: 34, width: 143, height: 66 });
  expect(all.ever).toEqual({ x: 67, y: 22, width: 143, height: 90 });
  expect(all.always).toEqual({ x: 88, y: 51, width: 106, height: 32 });
});

test('the record line by line serves, whatever the writing, also with what lies outside the window', () => {
  const page = [...at(20, 20, 'Les Moulins', '44000 Nantes'), ...claire, ...at(25, 120, 'Madame,')];
  expect(judgeWindowText(page, record)).toMatchObject({ serves: true, recipient: claire, sender: [] });
});

test.each([
  ['Les Moulins - 4 rue du Port - 44000 Nantes'],
  ['Exp. : Les Moulins, 4 rue du Port, 44000 Nantes'],
  ['EXPÉDITEUR LES MOULINS 4 RUE DU PORT 44000 NANTES'],
])('the sender may stand over it: %s', (line) => {
  const sender = [{ text: line, x: 90, y: 51.2, width: 60, height: 2.6 }];
  expect(judgeWindowText([...sender, ...claire], record)).toMatchObject({ serves: true, sender });
});

test.each<[string, TextLine[], string]>([
  ['nothing in the window', at(25, 120, 'Madame,'), 'no_text'],
  ['only signs', at(118, 60, '…', '—'), 'no_text'],
  [
    'numbers that are one in the record',
    at(118, 56, 'Madame Claire Fontaine', 'Appartement 4', '1-2, rue des Lilas', '75011 Paris'),
    'differs',
  ],
  ['a word more', [...claire.slice(0, 3), ...at(118, 68.9, '75011 Paris 11e')], 'differs'],
  ['the lines in another order', [...at(118, 56, '12, rue des Lilas', 'Madame Claire Fontaine')], 'differs'],
  [
    'two lines as one',
    at(118, 56, 'Madame Claire Fontaine Appartement 4', '12, rue des Lilas', '75011 Paris'),
    'differs',
  ],
  [
    'the address elsewhere, another text here',
    [...at(20, 200, ...recipientLines), ...at(118, 60, 'Facture')],
    'differs',
  ],
  ['the address half under the edge', at(118, 74, ...recipientLines), 'cut'],
  ['a country under it', [...claire, ...at(118, 73.2, 'FRANCE')], 'shows_more'],
  ['a date that can slide into view', [...claire, ...at(120, 108, 'Paris, le 4 mars')], 'shows_more'],
  ['the address over the window code', at(95, 56, ...recipientLines), 'no_room'],
  ['the address where the sender goes', at(118, 51.5, ...recipientLines), 'no_room'],
])('%s: %s', (_what, lines, why) => {
  expect(judgeWindowText(lines, record)).toMatchObject({ serves: false, why });
});

test('without a sender the address may begin higher, and in a small envelope more may stand below', () => {
  const high = at(118, 52.2, ...recipientLines);
  expect(judgeWindowText(high, { ...record, senderLine: '' })).toMatchObject({ serves: true });
  const dated = [...claire, ...at(120, 108, 'Paris, le 4 mars')];
  expect(judgeWindowText(dated, { ...record, formats: ['C5/6'] })).toMatchObject({ serves: true });
});

test('where the address begins at 110 mm the marks end before it; the registered number goes below a short one', () => {
  const judged = (lines: TextLine[], registered: boolean) => judgeWindowText(lines, { ...record, registered });
  const norm = at(110, 58, ...recipientLines);
  expect(judged(norm, false)).toMatchObject({ serves: true, marks: { until: 108.5, registeredBelow: false } });
  expect(judged(norm, true)).toMatchObject({ serves: true, marks: { until: 108.5, registeredBelow: true } });
  expect(judged(at(110, 64, ...recipientLines), true)).toMatchObject({ serves: false, why: 'no_room' });
  expect(judged(at(118, 58, ...recipientLines), true)).toMatchObject({ serves: true, marks: undefined });
  expect(judged(at(107, 58, ...recipientLines), false)).toMatchObject({ serves: false, why: 'no_room' });
});

test.each<[string, TextLine[]]>([
  ['somebody else', at(118, 56, 'Monsieur Paul Girard', '3 place Bellecour', '69002 Lyon')],
  ['a neighbour', at(118, 56, 'Monsieur Paul Girard', 'Appartement 4', '12 rue des Lilas', '75011 Paris')],
  ['the same person in another town', at(118, 56, 'Madame Claire Fontaine', '12 rue des Lilas', '75012 Paris')],
  ['an office behind a CEDEX', at(118, 56, 'Préfecture', '75196 Paris CEDEX 04')],
  ['somebody in Belgium', at(118, 56, 'Jan Peeters', 'Kerkstraat 3', 'B-1000 Brussel')],
  ['somebody in Germany', at(118, 56, 'Erika Muster', 'Hauptstraße 5', '10115 Berlin')],
  ['somebody in the United Kingdom', at(118, 56, 'Mr John Smith', '1 High Street', 'LONDON', 'SW1A 1AA')],
])('%s in the window is another address', (_what, lines) => {
  expect(otherAddressIn(lines, record)).toMatchObject({ x: 118, y: 56 });
});

test.each<[string, TextLine[]]>([
  ['the recipient', claire],
  ['the recipient with fewer lines', at(118, 56, 'Madame Claire Fontaine', '12 rue des Lilas', '75011 Paris')],
  [
    'the recipient with a line more',
    at(118, 56, 'Madame Claire Fontaine', 'Appartement 4', 'Bâtiment B', '12 rue des Lilas', '75011 Paris'),
  ],
  ['the sender', at(118, 40, 'Les Moulins', '4 rue du Port', '44000 Nantes')],
  ['the sender with its telephone', at(118, 40, 'Les Moulins', 'Tél. 02 40 00 00 00', '4 rue du Port', '44000 Nantes')],
  ['an amount and a date', at(118, 56, 'Montant : 12 345,67 €', '31 12 2026')],
  ['a heading over a year', at(118, 56, 'Bilan', '2026 Exercice clos')],
  ['a body that runs through it', at(25, 80, 'au 12 rue des Lilas,', 'le 4 mars', '75011 Paris')],
  ['an address outside the window', at(20, 150, 'Monsieur Paul Girard', '3 place Bellecour', '69002 Lyon')],
])('%s is not', (_what, lines) => {
  expect(otherAddressIn(lines, record)).toBeUndefined();
});
