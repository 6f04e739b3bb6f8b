import { writeFileSync } from 'node:fs';
import { visibleCodes } from '../testing/visible-codes.ts';
import { tools } from '../testing/letters.ts';
import { pageCount, pdfText } from '../testing/pdf-facts.ts';
import { depositExtract, type DepositExtract } from './deposit-extract.ts';
import { depositSlip, ranges } from './deposit-slip.ts';
import { lotTicket } from './lot-ticket.ts';
import { trayLabel } from './tray-label.ts';

const site = { site: 'PAR1', siteName: 'Atelier de Paris-Bercy', mode: 'test' } as const;

/** Papers are looked at by people: `PAPERS=folder npx jest papers` leaves them there. */
function show(name: string, pdf: Uint8Array): Uint8Array {
  if (process.env['PAPERS']) writeFileSync(`${process.env['PAPERS']}/${name}.pdf`, pdf);
  return pdf;
}

test('the lot ticket carries its barcode and says what is made', async () => {
  const pdf = show(
    'lot-ticket',
    await lotTicket(
      {
        ...site,
        lot: 123,
        pieces: 200,
        sheets: 402,
        product: 'Lettre verte',
        contract: 'SPEC-2025-01',
        franking: 'Marque imprimée en fenêtre',
        envelope: 'C5/6 114 × 229, fenêtre large',
        paper: 'A4 blanc 80 g/m²',
        colour: 'quadri',
        sides: 'recto verso',
        fold: 'en trois, roulé',
        inserts: 'aucun',
        weightBand: 'jusqu’à 20 g',
        depositDay: '2025-11-24',
        latestInsertion: '24/11/2025 à 15 h 30',
        printJob: 'pli-PAR1-123',
        trays: [
          { tray: 41, fromPiece: 1, toPiece: 120, destination: '01000 – 59800' },
          { tray: 42, fromPiece: 121, toPiece: 200, destination: '60100 – 97490' },
        ],
      },
      tools,
    ),
  );
  expect(await pageCount(pdf)).toBe(1);
  expect(await visibleCodes(pdf, 'Code128')).toEqual([expect.stringMatching(/^L\/PAR1\/123\/.$/)]);
  expect(await pdfText(pdf, 1)).toMatch(/200\s+plis[\s\S]*Lettre verte/);
});

test('the tray label carries its barcode', async () => {
  const pdf = show(
    'tray-label',
    await trayLabel(
      {
        ...site,
        tray: 41,
        lots: [123],
        pieces: 120,
        product: 'Lettre verte',
        contract: 'SPEC-2025-01',
        destination: '01000 – 59800',
        depositDay: '2025-11-24',
      },
      tools,
    ),
  );
  expect(await visibleCodes(pdf, 'Code128')).toEqual([expect.stringMatching(/^B\/PAR1\/41\/.$/)]);
});

const slip = {
  ...site,
  deposit: 7,
  depositor: 'Pli, pour deux clients',
  carrier: 'Poste de démonstration',
  contract: 'SPEC-2025-01',
  place: 'Plate-forme de Bercy, quai 3',
  day: '2025-11-24',
  slot: '16 h – 18 h',
  trays: [41, 42, 43, 47],
  timeZone: 'Europe/Paris',
};
const lines = [
  { product: 'Lettre verte', band: '0 – 20 g', count: 199, meanMg: 17_420 },
  { product: 'Lettre verte', band: '20 – 100 g', count: 1, meanMg: 24_960 },
  { product: 'Recommandé R1', band: '20 – 100 g', count: 12, meanMg: 34_100 },
];

test('the slip declares, and shows what the carrier found beside it', async () => {
  const declared = show('deposit-slip', await depositSlip({ ...slip, lines }, tools));
  expect(await pdfText(declared, 1)).toMatch(/Total\s+212/);
  expect(await pdfText(declared, 1)).toContain('SPECIMEN');
  const found = lines.map((line, i) => ({
    ...line,
    found: { count: line.count - (i === 0 ? 1 : 0), meanMg: line.meanMg + 80 },
  }));
  const accepted = show(
    'deposit-slip-found',
    await depositSlip({ ...slip, lines: found, acceptedAt: '2025-11-24T16:32:00Z' }, tools),
  );
  expect(await pdfText(accepted, 1)).toMatch(/Total\s+212.*211\s+−1/);
  expect(await pdfText(accepted, 1)).toMatch(/le 24\/11\/2025 à\s17\sh\s32/);
});

test('thousands are printed as French writes them', async () => {
  const many = [{ product: 'Lettre verte', band: '0 – 20 g', count: 12_345, meanMg: 17_420 }];
  const pdf = await depositSlip({ ...slip, lines: many }, tools);
  expect(await pdfText(pdf, 1)).toMatch(/Total\s+12\s345/);
});

test('the extract has the letters of one customer, over as many pages as they need', async () => {
  const letters: DepositExtract['letters'] = Array.from({ length: 60 }, (_, i) => ({
    reference: `F-2025-0${1000 + i}`,
    recipient: 'MADAME CLAIRE FONTAINE',
    town: '69002 LYON',
    product: i % 20 === 5 ? 'Recommandé R1' : 'Lettre verte',
    weightMg: 17_420,
    letterId: `let_01m8226t9eq04p5v8w2k7c3d${10 + (i % 90)}`,
    ...(i % 20 === 5 && { registeredNumber: 'RK 12 345 678 5 FR' }),
    state: i === 7 ? 'missing' : 'accepted',
  }));
  const pdf = show(
    'deposit-extract',
    await depositExtract(
      {
        ...site,
        deposit: 7,
        customer: 'Atelier Morvan Électricité',
        contract: 'poste-demo',
        day: '2025-11-24',
        handedOverAt: '2025-11-24T15:50:00Z',
        acceptedAt: '2025-11-24T16:32:00Z',
        timeZone: 'Europe/Paris',
        letters,
      },
      tools,
    ),
  );
  expect(await pageCount(pdf)).toBe(3);
  expect(await pdfText(pdf, 3)).toContain('F-2025-01059');
  expect(await pdfText(pdf, 3)).toContain('1 pli de cette liste n’a pas été trouvé');
});

test('tray numbers are told in ranges', () => {
  expect(ranges([47, 41, 43, 42])).toBe('41–43, 47');
});
