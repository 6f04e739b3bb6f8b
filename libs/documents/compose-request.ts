import type { GeometryProfile } from '#domain/geometry';
import type { MailError } from '#domain/mail-error';
import type { Part, Sides } from './sheets.ts';

/** What a letter is made of. Attachments and documents are PDFs that `acceptUploadedPdf` gave back. */
export type ComposeRequest = {
  readonly letterId: string;
  readonly content:
    | {
        readonly kind: 'template';
        readonly template: { readonly version: string; readonly html: string };
        readonly data: unknown;
      }
    | { readonly kind: 'document'; readonly pdf: Uint8Array };
  readonly attachments: readonly Uint8Array[];
  /** Printed as they are, in the window: already checked by #domain/address. */
  readonly recipientLines: readonly string[];
  readonly senderLine: string;
  readonly geometry: GeometryProfile;
  readonly sides: Sides;
  /** Pages the letter may have, address page included. */
  readonly maxPages: number;
};

export type ComposedLetter = {
  readonly letterId: string;
  readonly ok: true;
  readonly pdf: Uint8Array;
  readonly parts: readonly Part[];
  readonly sheets: number;
  /** For each sheet, which of the profile's sheet code zones is free on its front. */
  readonly sheetCodeZones: readonly number[];
};

/** This letter cannot be printed as it is; the others of its chunk are not touched. */
export type UnprintableLetter = { readonly letterId: string; readonly ok: false; readonly error: MailError };
export type ComposeResult = ComposedLetter | UnprintableLetter;
