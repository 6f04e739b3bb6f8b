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
