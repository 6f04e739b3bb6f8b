import { addressLimits, free, whoLines } from './address-line.ts';
import type { AddressLine, CountryRules } from './address-line.ts';
import { frenchLineOf } from './iso-countries.ts';
import type { AddressFault, PostalAddress } from './postal-address.ts';

/**
 * Countries whose own rules Pli does not know, by UPU S42's general rule: who it goes to, then up to five lines in the order and
 * spelling of the country itself, and the country in French as the last of at most seven. The postcode, where there is one, stands in
 * its line; named beside it, it serves sorting and searching and must be found there.
 */
export const generalForm = (code: string): CountryRules => ({
  code,
  countryLine: frenchLineOf(code),
  has: ['lines'],
  lines: (address) => [...whoLines(address), ...placeLines(address)],
  faults: (address) => [...whoOnlyFaults(address), ...linesFaults(address), ...postcodeFaults(address)],
  shorten: { lines: 'Write it shorter, or as two lines.' },
});

const placeLines = ({ lines = [] }: PostalAddress): AddressLine[] => lines.map((line) => free('lines', line));

/** Fields that stand in the lines here; an empty one is as good as none. */
const inLines = ['deliveryPoint', 'building', 'streetNumber', 'street', 'box', 'locality', 'town', 'cedex'] as const;

function whoOnlyFaults(address: PostalAddress): AddressFault[] {
  const { kind, name, organisation } = address;
  const missing = (field: string, text: string): AddressFault[] => [{ code: 'address_incomplete', field, text }];
  if (kind === 'person' && !name?.trim()) return missing('name', 'The name of the person is missing.');
  if (kind === 'organisation' && !organisation?.trim())
    return missing('organisation', 'The name of the organisation is missing.');
  if (kind === 'person' && organisation?.trim())
    return missing(
      'organisation',
      'A person has no organisation line: make the address one of an organisation, with the person as its name.',
    );
  return [];
}

function linesFaults(address: PostalAddress): AddressFault[] {
  const fault = (field: string, text: string): AddressFault => ({ code: 'address_lines', field, text });
  const { lines = [] } = address;
  const written = lines.filter((line) => line.trim());
  const faults = inLines.flatMap((field) =>
    address[field]?.trim()
      ? [fault(field, `In this country the ${wordOf(field)} stands in "lines", as its post writes it. Put it there.`)]
      : [],
  );
  if (written.length === 0)
    faults.push(
      fault(
        'lines',
        'Give the place in "lines", one to five, as the country\'s own post writes them: street, town, postcode; the country is added.',
      ),
    );
  if (lines.length > addressLimits.freeLines)
    faults.push(fault('lines', `There are ${lines.length} free lines: at most ${addressLimits.freeLines} fit.`));
  return faults;
}

const wordOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function postcodeFaults({ postcode, lines = [] }: PostalAddress): AddressFault[] {
  if (!postcode.trim() || lines.some((line) => line.includes(postcode.trim()))) return [];
  const text = 'The postcode does not stand in the lines. Write it in its line, or leave it out here.';
  return [{ code: 'address_postcode', field: 'postcode', text }];
}
