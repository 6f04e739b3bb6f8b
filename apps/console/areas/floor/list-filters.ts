import { useSearchParams } from 'react-router';

/** What a list shows: what it usually does, all there is, or what a link asked for. */
export interface Filters<Name extends string> {
  readonly query: Partial<Record<Name, string>>;
  readonly showing: 'usual' | 'all' | 'given';
  readonly show: (what: 'usual' | 'all') => void;
  /** Given when a link asked for something. */
  readonly clear: (() => void) | undefined;
}

/** The filters of a list as they stand in the address, of those names alone. @param usual what it shows when the address says nothing */
export function useFilters<Name extends string>(
  names: readonly Name[],
  usual: Partial<Record<Name, string>> = {},
): Filters<Name> {
  const [search, setSearch] = useSearchParams();
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search.get(name);
    if (value !== null && value !== '') given[name] = value;
  }
  const showing = Object.keys(given).length > 0 ? 'given' : search.get('show') === 'all' ? 'all' : 'usual';
  return {
    query: { usual, all: {}, given }[showing],
    showing,
    show: (what) => setSearch(what === 'all' ? { show: 'all' } : {}),
    clear: showing === 'given' ? () => setSearch({}) : undefined,
  };
}
