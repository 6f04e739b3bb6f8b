import { countryLineOf } from '#domain/addresses/countries';
import type { FrankingMode } from '#domain/franking';
import type { Fold } from '#domain/geometry';
import type { Colour, Sides } from '#domain/lot-key';

/** How the papers of the floor, which are French, call what a lot is made of. */
export const words = {
  franking: {
    printed: 'Marque imprimée en fenêtre',
    preprinted: 'Enveloppes port payé',
    machine: 'Machine à affranchir',
    carrier: 'Par le transporteur',
  } satisfies Record<FrankingMode, string>,
  colour: { black: 'noir', colour: 'quadri' } satisfies Record<Colour, string>,
  sides: { simplex: 'recto', duplex: 'recto verso' } satisfies Record<Sides, string>,
  fold: { none: 'sans pli', half: 'en deux', z_three: 'en trois, accordéon' } satisfies Record<Fold, string>,
};

/** What lies in a tray, as far as where it goes. */
export interface TrayContents {
  kind: 'sorted' | 'residual';
  lowest: string;
  highest: string;
  /** ISO 3166, each once. */
  countries: readonly string[];
}

/** Where a tray goes, in the words of its label: postcodes at home, countries abroad, nothing of the kind when it was not sorted. */
export function destinationWords({ kind, lowest, highest, countries }: TrayContents): string {
  if (kind === 'residual') return 'hors tri';
  const abroad = countries.flatMap((country) => countryLineOf(country) ?? []);
  if (abroad.length > 0) return abroad.sort().join(', ');
  return lowest === highest ? lowest : `${lowest} – ${highest}`;
}
