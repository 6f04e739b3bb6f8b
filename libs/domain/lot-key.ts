import type { DestinationZone } from './destinations.ts';
import type { FrankingMode } from './franking.ts';
import type { EnvelopeFormat, Fold } from './geometry.ts';
import { MailError } from './mail-error.ts';
import type { Mode } from './marks.ts';
import type { CarrierProduct } from './services.ts';

/** Ordinary pieces share lots; the others stand alone. A test lot is made on live machines, then destroyed. */
export const lotKinds = ['ordinary', 'registered', 'test', 'reprint'] as const;
export type LotKind = (typeof lotKinds)[number];

/** How surely a lot's sheets are known to be in their envelopes: each sheet read, or only counted. */
export const integrityGrades = ['tracked', 'count_only'] as const;
export type IntegrityGrade = (typeof integrityGrades)[number];

export const colours = ['black', 'colour'] as const;
export type Colour = (typeof colours)[number];
export const sidesChoices = ['simplex', 'duplex'] as const;
export type Sides = (typeof sidesChoices)[number];

/** All that two pieces must have in common to be made in one lot (trade rule: the lot key). */
export type LotKey = {
  site: string;
  mode: Mode;
  kind: LotKind;
  product: CarrierProduct;
  /** Id of the carrier contract under which it is posted. */
  contract: string;
  franking: FrankingMode;
  envelope: EnvelopeFormat;
  /** Ids of the stocks that the operator scans before the start. */
  envelopeStock: string;
  paperStock: string;
  colour: Colour;
  sides: Sides;
  fold: Fold;
  /** Ids of inserts, in feeding order. */
  inserts: readonly string[];
  integrity: IntegrityGrade;
  /** Mail for one zone is sorted and priced as such; of other countries all together, sorted by country. */
  destination: DestinationZone;
  /** The account when its pieces do not mix with others', else null. */
  account: string | null;
};

const fields = [
  'site',
  'mode',
  'kind',
  'product',
  'contract',
  'franking',
  'envelope',
  'envelopeStock',
  'paperStock',
  'colour',
  'sides',
  'fold',
  'inserts',
  'integrity',
  'destination',
  'account',
] as const satisfies readonly (keyof LotKey)[];

/** The key as one canonical text: the same text for the same class, whatever the order of properties. */
export function lotKeyText(key: LotKey): string {
  const value = (field: (typeof fields)[number]) => {
    const held = key[field];
    return typeof held === 'string' ? held : held === null ? '' : held.join(',');
  };
  return fields.map((field) => `${field}=${encodeURIComponent(value(field))}`).join(';');
}

/** Reads a canonical text back; `lot_key_invalid` when it is none. */
export function parseLotKey(text: string): LotKey {
  const pairs = text.split(';').map((pair) => pair.split('='));
  if (pairs.length !== fields.length || pairs.some(([name], i) => name !== fields[i]))
    throw new MailError('lot_key_invalid', 'This text is not a lot key.');
  const read = Object.fromEntries(pairs.map(([name, value]) => [name, decodeURIComponent(value ?? '')]));
  return {
    ...read,
    inserts: read['inserts'] ? read['inserts'].split(',') : [],
    account: read['account'] || null,
  } as unknown as LotKey;
}

/**
 * Whether an account's pieces may share a lot with others': only under the provider's own carrier contract, and where both the
 * provider and the account allow it.
 */
export function accountsMix(given: {
  contractOwner: 'provider' | 'account';
  providerAllows: boolean;
  accountAllows: boolean;
}): boolean {
  return given.contractOwner === 'provider' && given.providerAllows && given.accountAllows;
}

/** The kind of lot for a piece: a next copy goes to a reprint lot, a registered letter to one of its own kind. */
export function lotKindOf(piece: { product: CarrierProduct; copy: number }): LotKind {
  if (piece.copy > 1) return 'reprint';
  return piece.product.startsWith('registered') ? 'registered' : 'ordinary';
}
