import type { PostalAddress } from '../postal-address.ts';

/** Fields of an address that are one text. */
export type TextField = Exclude<keyof PostalAddress, 'lines'>;

/**
 * A correction that its sender may make, never made by itself: the field would be `value` (empty: left out). Suggestions of one code
 * belong together, as when a box moves from one field to another.
 */
export type Suggestion = { code: SuggestionCode; field: TextField; value: string; why: string };

export type SuggestionCode =
  | 'country_meant'
  | 'postcode_shape'
  | 'postcode_in_town'
  | 'cedex_in_town'
  | 'district_in_town'
  | 'province_in_town'
  | 'province_of_postcode'
  | 'one_language'
  | 'number_apart'
  | 'first_number'
  | 'box_apart'
  | 'post_box_apart'
  | 'flat_apart'
  | 'shorter_line'
  | 'is_organisation'
  | 'is_person'
  | 'encoding'
  | 'characters';

/** The address with suggestions followed, as whoever accepts them would have it. */
export function withSuggestions(address: PostalAddress, suggestions: readonly Suggestion[]): PostalAddress {
  const changed: Record<string, unknown> = { ...address };
  for (const { field, value } of suggestions)
    if (value === '' && field !== 'postcode' && field !== 'town') Reflect.deleteProperty(changed, field);
    else changed[field] = value;
  return changed as PostalAddress;
}

/** A field's text; empty when it is not given. */
export const textOf = (address: PostalAddress, field: TextField): string => address[field]?.trim() ?? '';
