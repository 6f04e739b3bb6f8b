import { destinationZoneOf, destinationZones } from './destinations.ts';
import { postageOn, specimenPostage } from './postage.ts';
import { serviceOn, specimenServices } from './services.ts';
import { bandOf } from './weight.ts';

const day = '2027-03-16';

test.each([
  [{ country: 'FR', postcode: '75011' }, 'metropolitan'],
  [{ country: 'FR', postcode: '97110' }, 'overseas'],
  [{ country: 'FR', postcode: '98800' }, 'overseas'],
  [{ country: 'MC', postcode: '98000' }, 'metropolitan'],
  [{ country: 'AD', postcode: 'AD500' }, 'international'],
  [{ country: 'BE', postcode: '9700' }, 'international'],
  [{ country: 'CH', postcode: '1204' }, 'international'],
] as const)('%j lies in the %s zone', (address, zone) => {
  expect(destinationZoneOf(address)).toBe(zone);
});

test('economy is domestic: it goes overseas, and not abroad', () => {
  expect(serviceOn(specimenServices, 'economy', 'overseas', day)).toMatchObject({ maxMassG: 250 });
  expect(() => serviceOn(specimenServices, 'economy', 'international', day)).toThrow(
    'The service "economy" does not go to other countries on 2027-03-16, only to metropolitan France and overseas France. Choose another service.',
  );
});

test('a service leaves out the countries that its carrier names, and goes to the others of the zone', () => {
  const [version] = specimenServices.filter((v) => v.product === 'priority' && v.destination === 'international');
  if (!version) throw new Error('no priority service abroad');
  const versions = [{ ...version, exceptCountries: ['KP'] }];
  expect(serviceOn(versions, 'priority', 'international', day, 'DE')).toMatchObject({ promiseDays: 6 });
  expect(() => serviceOn(versions, 'priority', 'international', day, 'KP')).toThrow(
    'The service "priority" does not go to North Korea (KP) on 2027-03-16: the carrier takes no mail there. Leave the letter out.',
  );
});

test('the carrier promises a letter later overseas and abroad', () => {
  const promised = destinationZones.map((zone) => serviceOn(specimenServices, 'priority', zone, day).promiseDays);
  expect(promised).toEqual([2, 5, 6]);
});

test('the same letter may be in a higher band abroad, and costs what that zone costs', () => {
  const weight = { massMg: 600_000, uncertaintyMg: 0 };
  const bandTo = (zone: 'metropolitan' | 'international') =>
    bandOf(weight, serviceOn(specimenServices, 'priority', zone, day).bandLimits).bandLimit;
  expect([bandTo('metropolitan'), bandTo('international')]).toEqual([1000, 2000]);
  expect(postageOn(specimenPostage, 'priority', 'metropolitan', 1000, day)).toBe(900);
  expect(postageOn(specimenPostage, 'priority', 'international', 2000, day)).toBe(2400);
  expect(() => postageOn(specimenPostage, 'priority', 'international', 1000, day)).toThrow(
    'No price is valid on 2027-03-16 for "priority" to other countries up to 1000 g.',
  );
});

test('a registered letter goes abroad, tracked and with its sender, who must be in France for its proofs to come back', () => {
  const abroad = serviceOn(specimenServices, 'registered', 'international', day);
  expect(abroad).toMatchObject({ tracked: true, senderCompulsory: true, senders: ['metropolitan', 'overseas'] });
  expect(serviceOn(specimenServices, 'priority', 'metropolitan', day).senders).toContain('international');
});

test('a new version for one zone leaves the others as they are', () => {
  const [old, ...others] = specimenServices.filter(({ product }) => product === 'priority');
  if (!old) throw new Error('no priority service');
  const versions = [{ ...old, validTo: '2027-06-30' }, { ...old, validFrom: '2027-07-01', promiseDays: 3 }, ...others];
  const promise = (zone: (typeof destinationZones)[number], on: string) =>
    serviceOn(versions, 'priority', zone, on).promiseDays;
  expect([promise('metropolitan', '2027-06-30'), promise('metropolitan', '2027-07-01')]).toEqual([2, 3]);
  expect(promise('overseas', '2027-07-01')).toBe(5);
});
