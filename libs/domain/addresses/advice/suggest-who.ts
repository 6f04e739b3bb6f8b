import type { PostalAddress } from '../postal-address.ts';
import { is } from '../reading/line-kinds.ts';
import { textOf, type Suggestion } from './suggestion.ts';

/** A person that is an organisation by its name, and the other way round. */
export function whoSuggestions(address: PostalAddress): Suggestion[] {
  const name = textOf(address, 'name');
  const organisation = textOf(address, 'organisation');
  const isOrganisation = (text: string) => is.organisation(text) && !is.titled(text);
  if (address.kind === 'person' && organisation) {
    const why = 'An organisation is named: the person is the one it goes to there.';
    return [{ code: 'is_organisation', field: 'kind', value: 'organisation', why }];
  }
  if (address.kind === 'person' && isOrganisation(name)) {
    const code = 'is_organisation';
    const why = 'The name is an organisation’s; it decides the order of the lines.';
    return [
      { code, field: 'kind', value: 'organisation', why },
      { code, field: 'organisation', value: name, why },
      { code, field: 'name', value: '', why },
    ];
  }
  if (address.kind === 'organisation' && !organisation && is.titled(name)) {
    const why = 'No organisation is named, and the name is a person’s.';
    return [{ code: 'is_person', field: 'kind', value: 'person', why }];
  }
  return [];
}
