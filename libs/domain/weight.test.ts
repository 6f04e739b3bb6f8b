import { specimenEnvelopes, specimenPaper } from './envelopes.ts';
import type { EnvelopeStock } from './envelopes.ts';
import { postageOn, specimenPostage } from './postage.ts';
import { productFor, serviceOn, specimenServices } from './services.ts';
import { bandOf, inGrams, weighPiece } from './weight.ts';

const c56 = specimenEnvelopes[0] as EnvelopeStock;
const c4 = specimenEnvelopes[2] as EnvelopeStock;
const priority = serviceOn(specimenServices, 'priority', 'metropolitan', '2027-03-16');
const economy = serviceOn(specimenServices, 'economy', 'metropolitan', '2027-03-16');

test('three sheets of 80 g/m² and an envelope of 5 g are 19.97 g, in the band of 20 g', () => {
  const weight = weighPiece({ sheets: 3, paper: specimenPaper, envelope: c56 });
  expect(inGrams(weight.massMg)).toBe('19.97');
  expect(bandOf(weight, priority.bandLimits)).toEqual({ bandLimit: 20, raised: false });
});

test('the same letter on paper that was not weighed is within 4 % of the limit, so in the band of 100 g', () => {
  const weight = weighPiece({ sheets: 3, paper: { ...specimenPaper, tolerancePermille: 40 }, envelope: c56 });
  expect(bandOf(weight, priority.bandLimits)).toEqual({ bandLimit: 100, raised: true });
});

test('put on scales, it is 20 g again', () => {
  expect(bandOf({ massMg: 19_990, uncertaintyMg: 0 }, priority.bandLimits)).toEqual({ bandLimit: 20, raised: false });
});

test('an address page pushes it into the next band', () => {
  const weight = weighPiece({ sheets: 4, paper: specimenPaper, envelope: c56 });
  expect(bandOf(weight, priority.bandLimits)).toEqual({ bandLimit: 100, raised: false });
});

test('exactly at a limit is within the band, a milligram more is not', () => {
  expect(bandOf({ massMg: 20_000, uncertaintyMg: 0 }, [20, 100]).bandLimit).toBe(20);
  expect(bandOf({ massMg: 20_001, uncertaintyMg: 0 }, [20, 100]).bandLimit).toBe(100);
});

test.each([
  [70, 4366],
  [75, 4678],
  [80, 4990],
  [90, 5614],
  [100, 6237],
  [120, 7485],
])('a sheet of %d g/m² weighs %d mg, rounded up', (grammage, mg) => {
  expect(weighPiece({ sheets: 1, paper: { ...specimenPaper, grammage }, envelope: { ...c56, massMg: 0 } }).massMg).toBe(
    mg,
  );
});

test('the mean of a weighed batch goes before the grammage on the label', () => {
  const paper = { ...specimenPaper, weighedSheetMg: 5100 };
  expect(weighPiece({ sheets: 2, paper, envelope: c56 }).massMg).toBe(15_200);
});

test('an economy letter over 250 g is refused, and one too close to tell is to be weighed', () => {
  const heavy = weighPiece({ sheets: 45, paper: { ...specimenPaper, grammage: 90 }, envelope: c4 });
  expect(() => bandOf(heavy, economy.bandLimits)).toThrow(
    'The letter weighs 268.60 g, and the service takes at most 250 g',
  );
  expect(() => bandOf({ massMg: 249_900, uncertaintyMg: 300 }, economy.bandLimits)).toThrow('Weigh it');
});

test('45 sheets in a C4 stay within 250 g', () => {
  const weight = weighPiece({ sheets: 45, paper: specimenPaper, envelope: c4 });
  expect(bandOf(weight, economy.bandLimits).bandLimit).toBe(250);
});

describe('services and postage by date', () => {
  test('a proof of receipt makes another product of a registered letter', () => {
    expect(productFor('registered', 'none')).toBe('registered');
    expect(productFor('registered', 'paper')).toBe('registered_ar');
    expect(productFor('economy', 'none')).toBe('economy');
  });

  test('priority promises J+2 up to 2 kg, economy J+4 up to 250 g', () => {
    expect(priority).toMatchObject({ promiseDays: 2, maxMassG: 2000, tracked: false });
    expect(economy).toMatchObject({ promiseDays: 4, maxMassG: 250 });
    expect(serviceOn(specimenServices, 'registered', 'metropolitan', '2027-03-16')).toMatchObject({
      tracked: true,
      senderCompulsory: true,
    });
  });

  test('no service and no price is valid before it began', () => {
    expect(() => serviceOn(specimenServices, 'priority', 'metropolitan', '2019-12-31')).toThrow(
      'No service "priority" is valid on 2019-12-31',
    );
    expect(() => postageOn(specimenPostage, 'priority', 'metropolitan', 20, '2019-12-31')).toThrow(
      'No price is valid on 2019-12-31',
    );
  });

  test('a new price holds from its day, the old one until the day before', () => {
    const table = specimenPostage
      .map((rate) => ({ ...rate, validTo: '2027-06-30' }))
      .concat(
        specimenPostage.map((rate) => ({
          ...rate,
          validFrom: '2027-07-01',
          cents: rate.cents + 10,
          validTo: '9999-12-31',
        })),
      );
    expect(postageOn(table, 'economy', 'metropolitan', 100, '2027-06-30')).toBe(240);
    expect(postageOn(table, 'economy', 'metropolitan', 100, '2027-07-01')).toBe(250);
  });

  test('two prices for one day are refused rather than chosen from', () => {
    expect(() =>
      postageOn([...specimenPostage, ...specimenPostage], 'priority', 'metropolitan', 20, '2027-01-01'),
    ).toThrow('More than one price');
  });

  test('every product, zone and band has a specimen price, and no price is for a band that is not', () => {
    for (const { product, destination, bandLimits } of specimenServices)
      for (const limit of bandLimits)
        expect(postageOn(specimenPostage, product, destination, limit, '2027-01-01')).toBeGreaterThan(0);
    expect(specimenPostage).toHaveLength(specimenServices.flatMap(({ bandLimits }) => bandLimits).length);
    expect(specimenPostage.every(({ specimen }) => specimen)).toBe(true);
  });
});
