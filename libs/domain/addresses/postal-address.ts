/**
 * A postal address as its sender knows it, field by field. Lines are derived, never typed: each country's post gives each field
 * its place, which may differ between a natural person and an organisation.
 */
export type PostalAddress = {
  kind: 'person' | 'organisation';
  /** The organisation's name; for an organisation only, and then compulsory. */
  organisation?: string | undefined;
  /** A person's title and name; for an organisation the person or service it goes to. */
  name?: string | undefined;
  /** Flat, floor, stairs, "chez", "c/o". */
  deliveryPoint?: string | undefined;
  /** Entrance, tower, building, residence. */
  building?: string | undefined;
  /** With its BIS or TER, or its letter (7C). */
  streetNumber?: string | undefined;
  street?: string | undefined;
  /** Belgium only: `5`, or with its word, `bte 5`, `bus 5`. */
  box?: string | undefined;
  /** Hamlet (lieu-dit), BP, CS, TSA, poste restante; Postfach, Case postale, PO Box with its number; a British locality. */
  locality?: string | undefined;
  /** Italy and Spain: the province, two letters in Italy, its name in Spain. */
  region?: string | undefined;
  /** As the country's post writes it, never with a country's letters before it; empty where `lines` say all. */
  postcode: string;
  /** Empty where `lines` say all. */
  town: string;
  /** France only: `CEDEX`, `CEDEX 08` or just `08`. */
  cedex?: string | undefined;
  /** Countries whose rules Pli does not know: everything below who it goes to, as their post wants it, without the country. */
  lines?: string[] | undefined;
  /** Two letters by ISO 3166. FR stands for its overseas departments and collectivities too. */
  country: string;
};

export type AddressFaultCode =
  | 'address_incomplete'
  | 'address_line_too_long'
  | 'address_character'
  | 'address_postcode'
  | 'address_cedex'
  | 'address_box'
  | 'address_region'
  | 'address_lines'
  | 'country_not_available';
/** Why an address cannot be printed. `line` is the printed line (from 1), absent when the fault is not in a line. */
export type AddressFault = { code: AddressFaultCode; line?: number; field: string; text: string };
