/** What an id names, by its prefix. An id is the prefix and a UUIDv7 in 26 letters: unique, sortable by time, without personal data. */
export const idPrefixes = {
  account: 'acc',
  site: 'sit',
  person: 'usr',
  membership: 'mbr',
  session: 'ses',
  credential: 'crd',
  person_link: 'lnk',
  key: 'key',
  contract: 'ctr',
  device: 'dev',
  stock: 'stk',
  profile: 'prf',
  number_range: 'rng',
  postage_counter: 'pct',
  template: 'tpl',
  template_version: 'tpv',
  document: 'doc',
  order: 'ord',
  letter: 'let',
  import: 'imp',
  preview: 'prv',
  lot: 'lot',
  tray: 'try',
  deposit: 'dep',
  case: 'cas',
  first_off: 'fof',
  day_closing: 'day',
  reveal: 'rvl',
  note: 'not',
  webhook: 'whk',
  notice: 'ntc',
  message: 'msg',
} as const;
export type IdKind = keyof typeof idPrefixes;

/** A piece's id: its letter and copy number. */
export const pieceId = (letterId: string, copy: number): string => `${letterId}.${copy}`;
