import type { Count } from './machines/carrier-files.ts';

/**
 * What the carrier says of a deposit it counted: an instalment of its file, or its stamped slip typed in. Parts add up; only with the last
 * is an item that nobody mentions accepted.
 */
export interface Acknowledgement {
  readonly deposit: string;
  /** From 1. */
  readonly part: number;
  readonly last: boolean;
  /** Said after the last part: what was missing and has been found since. */
  readonly supplement?: boolean | undefined;
  /** Date and hour of acceptance (in a supplement: of the find), ISO with offset: what J is counted from. */
  readonly acceptedAt: string;
  /** What the carrier counted of each product and band. */
  readonly found: readonly Count[];
  readonly missing: readonly ItemInTray[];
  readonly refused: readonly (ItemInTray & { readonly reason: string })[];
  /** Found and not in the manifest; the code is null when it could not be read, product and band say under which count it stands. */
  readonly undeclared: readonly UndeclaredItem[];
  /** Of a supplement. */
  readonly foundLate?: readonly ItemInTray[];
}

export interface ItemInTray {
  readonly tray: number;
  readonly windowCode: string;
}

export interface UndeclaredItem {
  readonly tray: number;
  readonly windowCode: string | null;
  readonly product?: string | undefined;
  readonly band?: string | undefined;
}
