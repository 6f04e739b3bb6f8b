import type { GeometryProfile } from '#domain/geometry';
import type { EnvelopeFormat } from '#domain/geometry';
import type { LetterWarning } from '#domain/letter-warnings';
import type { MailError } from '#domain/mail-error';
import type { EnvelopeChoice } from '#domain/options';
import type { Part, Sides } from './sheets.ts';

/** A PDF, and which of its pages (from 1, in this order) are meant; all when not said. */
export type SourcePages = { readonly pdf: Uint8Array; readonly pages?: readonly number[] };

/** What a letter is made of. Attachments and documents are PDFs that `acceptUploadedPdf` gave back. */
export type ComposeRequest = {
  readonly letterId: string;
  readonly content:
    | {
        readonly kind: 'template';
        readonly template: { readonly version: string; readonly html: string };
        readonly data: unknown;
      }
    | ({
        readonly kind: 'document';
        /** `auto` (when not said): its first page serves as address page if it can; `add`: it gets one of ours. */
        readonly addressPage?: 'auto' | 'add';
      } & SourcePages);
  readonly attachments: readonly SourcePages[];
  /** Letterhead: its first page lies under the first page of the content, its second (or its only one) under the following. */
  readonly background?: Uint8Array;
  /** What the letter's envelope will be chosen from, so that its own page is checked in that window alone; else in all of the profile's. */
  readonly envelope?: {
    readonly asked: EnvelopeChoice;
    readonly stocks: readonly { readonly format: EnvelopeFormat; readonly maxSheets: number }[];
  };
  /** Printed as they are, in the window: already checked by #domain/address. */
  readonly recipientLines: readonly string[];
  readonly senderLine: string;
  /** Whether a registered number is printed in its window; yes when not said. Asked for a customer's own address page only. */
  readonly registered?: boolean;
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
  /** What its sender is told; `mustAccept` is for the caller to ask for. */
  readonly warnings: readonly LetterWarning[];
};

/** This letter cannot be printed as it is; the others of its chunk are not touched. `drawn`: its pages, as far as there are any to look at. */
export type UnprintableLetter = {
  readonly letterId: string;
  readonly ok: false;
  readonly error: MailError;
  readonly drawn?: DrawnPages | undefined;
};
export type DrawnPages = { readonly pdf: Uint8Array; readonly pages: number };
export type ComposeResult = ComposedLetter | UnprintableLetter;
