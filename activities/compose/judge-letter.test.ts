import { specimenEnvelopes, specimenPaper } from '#domain/envelopes';
import { specimenGeometry } from '#domain/geometry-profiles';
import { defaultOptions } from '#domain/options';
import { specimenPostage } from '#domain/postage';
import { specimenServices } from '#domain/services';
import { demonstrationProfile } from '#domain/site-profiles';
import { calendarsOf } from '#database/site-profile';
import { judgeOf } from './judge-letter.ts';
import type { WaitingLetter } from './letters-of-portion.ts';

const c4 = { ...specimenEnvelopes[2]!, maxSheets: 200 };
const data = {
  profile: demonstrationProfile,
  geometry: specimenGeometry,
  services: specimenServices,
  postage: specimenPostage,
  envelopes: [...specimenEnvelopes.slice(0, 2), c4],
  papers: [specimenPaper],
};
const judge = judgeOf('sit_1', data, calendarsOf(demonstrationProfile), new Date('2027-03-15T09:00:00Z'));
const letterTo = (country: string, postcode: string, service: WaitingLetter['service'] = 'priority') =>
  ({
    account_id: 'acc_1',
    mode: 'test',
    country,
    postcode,
    service,
    options: defaultOptions,
    terms: {
      carrierContract: 'ours',
      contractOwner: 'provider',
      franking: 'printed',
      mixing: { providerAllows: true, accountAllows: true },
      services: ['priority', 'registered', 'economy'],
    },
  }) as unknown as WaitingLetter;

test('a letter of one sheet costs what its zone costs, and is made with others of that zone', () => {
  const [home, overseas, belgium, switzerland] = (
    [
      ['FR', '75011'],
      ['FR', '97400'],
      ['BE', '1050'],
      ['CH', '1204'],
    ] as const
  ).map(([country, postcode]) => judge(letterTo(country, postcode), 1));
  expect(home).toMatchObject({ weight_band: 20, postage_cents: 150, lot_key: { destination: 'metropolitan' } });
  expect(overseas).toMatchObject({ weight_band: 20, postage_cents: 150, lot_key: { destination: 'overseas' } });
  expect(belgium).toMatchObject({ weight_band: 20, postage_cents: 210, lot_key: { destination: 'international' } });
  expect(switzerland?.lot_key_text).toBe(belgium?.lot_key_text);
  expect(overseas?.lot_key_text).not.toBe(home?.lot_key_text);
});

test('616 g are within 1,000 g at home, and within 2,000 g abroad where no band lies between', () => {
  expect(judge(letterTo('FR', '75011'), 120)).toMatchObject({ weight_band: 1000, postage_cents: 900 });
  expect(judge(letterTo('BE', '1050'), 120)).toMatchObject({ weight_band: 2000, postage_cents: 2400 });
});

test('a registered letter abroad has the bands and the price of registered mail abroad, in a lot of its own kind', () => {
  expect(judge(letterTo('CH', '1204', 'registered'), 6)).toMatchObject({
    weight_band: 50,
    postage_cents: 850,
    lot_key: { kind: 'registered', destination: 'international' },
  });
});

test('a letter whose service has stopped going there since it was ordered is not made', () => {
  expect(() => judge(letterTo('BE', '1050', 'economy'), 1)).toThrow('does not go to other countries');
});
