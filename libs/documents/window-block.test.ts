import { addressLines, senderLine, type PostalAddress } from '#domain/address';
import { everVisible, grow, overhang, visibleAtExtremes } from '#domain/geometry';
import { specimenGeometry as geometry } from '#domain/geometry-profiles';
import { formatMark } from '#domain/marks';
import { Composer } from './composer.ts';
import { onePiecePdf } from './print-file.ts';
import { inkIn, type GreyPage } from './raster.ts';
import { cropped, readCodes } from './reading.ts';
import { letterTo, samplePdf, tools } from './testing/letters.ts';
import { pdfText, raster } from './testing/pdf-facts.ts';
import { scanned, through } from './testing/scan.ts';

/** All that an address abroad may hold: seven lines, three of them with the 38 characters that fit. */
const belgium: PostalAddress = {
  kind: 'organisation',
  name: 'Madame Marie-Christine Vanderstraeten',
  organisation: 'Coopérative maraîchère du Brabant SCRL',
  deliveryPoint: 'Service du courrier',
  building: 'Bâtiment Escaut',
  street: 'Chaussée de Notre-Dame au Bois',
  streetNumber: '7',
  box: '5',
  locality: 'BP 12',
  postcode: '1420',
  town: "Braine-l'Alleud",
  country: 'BE',
};
const switzerland: PostalAddress = {
  kind: 'person',
  name: 'Madame Sylvie Rochat-Müller',
  deliveryPoint: 'c/o Monsieur Étienne Favre',
  building: 'Immeuble Les Saules',
  street: 'Chemin de la Forêt',
  streetNumber: '12a/8',
  locality: 'Case postale 77',
  postcode: '1211',
  town: 'Genève 3',
  country: 'CH',
};
const sender: PostalAddress = {
  kind: 'organisation',
  organisation: "Pépinières du Val d'Orbe",
  street: 'route de Cormatin',
  postcode: '71460',
  town: 'Saint-Gengoux',
  country: 'FR',
};
const letters = { Belgium: belgium, Switzerland: switzerland };
const printed = new Map<string, { pdf: Uint8Array; page: GreyPage }>();

beforeAll(async () => {
  const composer = new Composer({ tools });
  for (const [name, recipient] of Object.entries(letters)) {
    const content = { kind: 'document', pdf: samplePdf('office-letter/convocation.pdf') } as const;
    const request = letterTo({ content, senderLine: senderLine(sender, recipient.country) }, addressLines(recipient));
    const [letter] = await composer.compose({ accountId: 'acc_1', letters: [request] });
    if (!letter?.ok) throw letter?.error;
    const piece = {
      ...letter,
      piece: 4,
      copy: 1,
      franking: { lines: ['SPECIMEN TEST', 'LETTRE INTERNATIONALE 2,10 EUR', '2027-03-16', 'CTR1-00000004'] },
      registered: { number: 'RX123456785ZZ' },
    };
    const pdf = await onePiecePdf(piece, { site: 'PAR1', lot: 9, mode: 'test', sides: 'duplex', geometry }, tools);
    printed.set(name, { pdf, page: (await raster(pdf, 200))[0] as GreyPage });
  }
  await composer.close();
});

describe.each(Object.entries(letters))('a letter to %s', (name, recipient) => {
  test('takes all seven lines', () => {
    expect(addressLines(recipient)).toHaveLength(7);
  });

  test.each(Object.values(geometry.envelopes))(
    'shows every line and the window code in the window of a $format wherever the sheet lies, and nothing else',
    async (envelope) => {
      const { pdf, page } = printed.get(name) as { pdf: Uint8Array; page: GreyPage };
      for (const seen of visibleAtExtremes(envelope)) {
        const text = await pdfText(pdf, 1, seen);
        for (const line of [...addressLines(recipient), senderLine(sender, recipient.country)])
          expect(text).toContain(line);
        const codes = await readCodes(await scanned(cropped(through(page, seen), grow(seen, 8)), 1.8), ['DataMatrix']);
        expect(codes.map(({ text: code }) => code)).toEqual([
          formatMark({ kind: 'window', site: 'PAR1', lot: 9, piece: 4, copy: 1 }),
        ]);
      }
      const ink = inkIn(page, everVisible(envelope));
      const block = grow(geometry.windowBlock.block, 25.4 / page.dpi); // a pixel that a line only touches
      expect(ink && overhang(ink, block)).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
    },
  );
});
