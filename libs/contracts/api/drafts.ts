import { z } from 'zod';
import { postalAddressSchema, postalAddressShape } from '#domain/address-schema';
import { destinationZones } from '#domain/destinations';
import { carrierProducts, serviceNames } from '#domain/services';
import {
  acceptedWarnings,
  addressPageChoices,
  letterContent,
  letterOptions,
  newLetter,
  pageRanges,
} from './letters.ts';
import { letterImport } from './imports.ts';
import { order, orderReceipt } from './orders.ts';
import { problemItem } from './problem.ts';
import { idOf, jsonObject, moment, pageOf, pageQuery } from './shapes.ts';

/** What a draft still needs before it can be submitted. */
export const draftLacks = [
  'content',
  'document_to_accept',
  'recipient',
  'sender',
  'import_to_finish',
  'rows_left_out',
] as const;
export type DraftLack = (typeof draftLacks)[number];
const lacks = z
  .array(z.enum(draftLacks))
  .describe('What it still needs, as far as a list can tell; `check` of the draft tells all');

const somePages = z.strictObject({ documentId: idOf('document'), pages: pageRanges.optional() });

/** Where a person is in a draft, and what is no letter yet: an address half typed, a document without a recipient. */
export const preparation = z
  .strictObject({
    step: z.enum(['what', 'to', 'how', 'look', 'price']).optional().describe('Where its sender left it'),
    content: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('document'),
          documentId: idOf('document').optional(),
          pages: pageRanges.optional(),
          addressPage: z.enum(addressPageChoices).optional(),
        }),
        z.strictObject({
          kind: z.literal('template'),
          templateId: idOf('template').optional(),
          templateVersionId: idOf('template_version').optional(),
          data: jsonObject.default({}),
        }),
      ])
      .optional(),
    attachments: z.array(somePages).max(10).optional(),
    sender: postalAddressShape.optional(),
    to: z
      .strictObject({
        way: z.enum(['one', 'file']),
        lines: z.string().max(1200).optional().describe('As they were pasted'),
        address: postalAddressShape.optional(),
        clientReference: z.string().trim().max(60).optional(),
      })
      .optional(),
    accept: acceptedWarnings.optional(),
  })
  .meta({ id: 'Preparation' });
export type Preparation = z.output<typeof preparation>;

/** A draft in a list. */
export const draftRow = z
  .object({
    id: idOf('order'),
    createdAt: moment,
    letterCount: z.number().int(),
    service: z.enum(serviceNames),
    clientReference: z.string().nullable(),
    costCentre: z.string().nullable(),
    recipient: z.string().nullable().describe('Who the only letter is for; null for none or several'),
    content: z
      .object({ kind: z.enum(['document', 'template']), name: z.string().nullable() })
      .nullable()
      .describe('What is sent, by the name of its document or template'),
    lacks,
  })
  .meta({ id: 'DraftRow' });
export type DraftRow = z.output<typeof draftRow>;
export const draftPage = pageOf(draftRow);
export const draftQuery = pageQuery.extend({
  after: idOf('order').optional().describe('`next` of the page before'),
});

/** A letter of a draft as a list of them shows it. */
export const draftLetterRow = z
  .object({
    id: idOf('letter'),
    position: z.number().int(),
    recipientLines: z.array(z.string()).describe('As printed'),
    clientReference: z.string().nullable(),
    service: z.enum(serviceNames),
    destination: z.enum(destinationZones),
  })
  .meta({ id: 'DraftLetterRow' });
export type DraftLetterRow = z.output<typeof draftLetterRow>;
export const draftLetterPage = pageOf(draftLetterRow);

/** A letter of a draft as it was given: it can be changed and sent back. */
export const draftLetter = z
  .object({
    id: idOf('letter'),
    position: z.number().int(),
    letter: z.object({
      recipient: postalAddressShape,
      sender: postalAddressShape.optional(),
      content: letterContent,
      attachments: z.array(somePages),
      options: letterOptions,
      clientReference: z.string().optional(),
      accept: acceptedWarnings,
    }),
  })
  .meta({ id: 'DraftLetter' });
export type DraftLetterView = z.output<typeof draftLetter>;

/** One draft, whole: all that a screen needs to go on where its sender left. */
export const draft = z
  .object({
    order,
    preparation: preparation.nullable(),
    letter: draftLetter.nullable().describe('The only letter; null for none or several'),
    imports: z.array(letterImport),
    accept: z.array(z.string()).describe('Codes of warnings accepted for all its letters'),
    lacks,
  })
  .meta({ id: 'Draft' });
export type DraftView = z.output<typeof draft>;

/** The one letter of a draft to one recipient, whether it has it already or not. */
export const draftsOnlyLetter = z.strictObject({ letter: newLetter }).meta({ id: 'DraftsOnlyLetter' });
export type DraftsOnlyLetter = z.output<typeof draftsOnlyLetter>;

/** What is made the same in all letters of a draft. */
export const sameInAll = z
  .strictObject({
    content: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('document'),
          documentId: idOf('document'),
          addressPage: z.enum(addressPageChoices).optional(),
        }),
        z.strictObject({ kind: z.literal('template'), templateVersionId: idOf('template_version') }),
      ])
      .optional()
      .describe('Another document or another version; data of the letters stay'),
    attachments: z.array(somePages).max(10).optional(),
    sender: postalAddressSchema.nullable().optional().describe('null: none'),
    options: letterOptions.optional().describe('What the letters choose against their order'),
  })
  .meta({ id: 'SameInAll' });
export type SameInAll = z.output<typeof sameInAll>;

export const draftCheckRequest = z
  .strictObject({
    siteId: idOf('site').optional(),
    accept: acceptedWarnings.default([]).describe('As they would be accepted at submission'),
  })
  .meta({ id: 'DraftCheckRequest' });
export type DraftCheckRequest = z.output<typeof draftCheckRequest>;
export const draftCheck = z
  .object({
    submittable: z.boolean().describe('Whether it would be taken as it is now; composing may still find more'),
    letterCount: z.number().int(),
    problems: z.array(problemItem).describe('What submission would refuse'),
    rowsLeftOut: z.number().int().describe('Rows of imported files that are in no letter; submitting must accept that'),
  })
  .meta({ id: 'DraftCheck' });
export type DraftCheckView = z.output<typeof draftCheck>;

export const estimateQuery = z.strictObject({
  previewId: idOf('preview').describe('A letter of the draft that was looked at: the others are reckoned as heavy'),
});
export type EstimateQuery = z.output<typeof estimateQuery>;
export const estimate = z
  .object({
    letters: z.number().int(),
    sheets: z.number().int().describe('Of each letter, as of the one looked at'),
    groups: z.array(
      z.object({
        product: z.enum(carrierProducts),
        destination: z.enum(destinationZones),
        letters: z.number().int(),
        weightBand: z.number().int().nullable().describe('Upper limit in grams; null: too heavy for the product'),
        eachCents: z.number().int().nullable(),
        cents: z.number().int().nullable(),
      }),
    ),
    cents: z.number().int().nullable().describe('null when a group has no price'),
    exact: z.boolean().describe('Whether the draft has this one letter only: then it is the price itself'),
  })
  .meta({ id: 'Estimate' });
export type EstimateView = z.output<typeof estimate>;

/** What came over into a new draft, and what could not. */
export const repeated = orderReceipt
  .omit({ letters: true })
  .extend({
    lettersOfOrder: z.number().int().describe('Letters that the former order had'),
    leftOut: z
      .array(
        z.object({
          why: z.enum([
            'letter_erased',
            'document_erased',
            'template_withdrawn',
            'letterhead_erased',
            'send_date_past',
          ]),
          count: z.number().int(),
        }),
      )
      .describe('What did not come over'),
  })
  .meta({ id: 'RepeatedOrder' });
export type RepeatedOrder = z.output<typeof repeated>;
