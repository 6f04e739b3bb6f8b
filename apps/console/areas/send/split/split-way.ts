import type { Schemas } from '../../../api/client.ts';

export type SplitRequest = Schemas['SplitRequest'];
export type Split = Schemas['SplitAnswer'];
/** In mm from the page's top left corner. */
export type Zone = NonNullable<SplitRequest['addressZone']>;

/** How letters are told apart, as a person sets it. */
export interface Way {
  readonly kind: 'pages' | 'text' | 'barcode';
  /** Pages of each letter. */
  readonly every: number;
  /** Where the text or the code stands. */
  readonly zone: Zone;
  /** Only text of this form begins a letter: `#` a digit, `?` any character, `*` any number of them. */
  readonly pattern: string;
  /** Only codes that start so begin one. */
  readonly startsWith: string;
  /** A code may stand anywhere: slower. */
  readonly anywhere: boolean;
  readonly separators: boolean;
}

/** Where French windows are: the usual place of an address. */
export const addressZone: Zone = { x: 80, y: 35, width: 130, height: 60 };

export const usualWay: Way = {
  kind: 'text',
  every: 2,
  zone: addressZone,
  pattern: '',
  startsWith: '',
  anywhere: true,
  separators: false,
};

export function requestOf(way: Way): SplitRequest {
  const { kind, every, zone, separators } = way;
  const [pattern, startsWith] = [way.pattern.trim(), way.startsWith.trim()];
  if (kind === 'pages') return { by: { kind, every }, addressZone };
  if (kind === 'text') return { by: { kind, zone, separators, ...(pattern && { pattern }) }, addressZone };
  return {
    by: {
      kind,
      begins: 'where_it_changes',
      separators,
      ...(!way.anywhere && { zone }),
      ...(startsWith && { startsWith }),
    },
    addressZone,
  };
}
