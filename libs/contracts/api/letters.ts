import { z } from 'zod';
import { postalAddressSchema, postalAddressShape } from '#domain/address-schema';
import { destinationZones } from '#domain/destinations';
import { acceptableWarnings, addressPageReasons, warningCodes } from '#domain/letter-warnings';
import { letterStates, type LetterState } from '#domain/life-cycles';
import { orderOptionsShape } from '#domain/options-schema';
import { pageRangesPattern } from '#domain/page-ranges';
import { serviceNames } from '#domain/services';
import { cursor, idOf, jsonObject, mode, moment, pageOf, pageQuery, sort } from './shapes.ts';

/** Letters that one call may add. */
export const LETTERS_A_CALL = 1000;
/** Letters that one order may hold. */
export const LETTERS_AN_ORDER = 100_000;

const reference = z.string().trim().min(1).max(60);

/** Options that a letter may choose for itself; the rest are its order's. */
export const letterOptions = orderOptionsShape
  .omit({ clientReference: true, costCentre: true, archive: true })
  .partial();

/** Pages of a document, `3-5` or `1-2,7`; which of them there are is known when the document is looked up. */
export const pageRanges = z
  .string()
  .regex(pageRangesPattern, 'Ranges of pages from 1, as 3-5 or 1-2,7; at most 50')
  .meta({ examples: ['1-2,7'] });

/** Whether the document's first page may carry the address in the window by itself. */
export const addressPageChoices = ['auto', 'add'] as const;
export type AddressPageChoice = (typeof addressPageChoices)[number];

const attachment = z.strictObject({
  documentId: idOf('document'),
  pages: pageRanges.optional().describe('All pages when left out'),
});

/** Warnings that the sender accepts beforehand, by their codes. */
export const acceptedWarnings = z
  .array(z.enum(acceptableWarnings))
  .max(acceptableWarnings.length)
  .describe('Codes of warnings that are accepted: without it a letter that has one is not made');

export const letterContent = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('template'),
      templateVersionId: idOf('template_version'),
      data: jsonObject.describe("Data of the letter, by the version's JSON Schema"),
    }),
    z.strictObject({
      kind: z.literal('document'),
      documentId: idOf('document').describe('Printed as uploaded'),
      pages: pageRanges.optional().describe('The pages that are this letter; all when left out'),
      addressPage: z
        .enum(addressPageChoices)
        .default('auto')
        .describe(
          'auto: the first page serves as address page if its window shows the recipient as on record and nothing else, otherwise one is added; add: always one of ours',
        ),
    }),
  ])
  .describe('What is written: a template filled with data, or an uploaded document');

export const newLetter = z
  .strictObject({
    recipient: postalAddressSchema,
    sender: postalAddressSchema.optional().describe('Stands in the window; compulsory for registered letters'),
    content: letterContent,
    attachments: z
      .array(z.union([idOf('document').transform((documentId) => ({ documentId })), attachment]))
      .max(10)
      .default([])
      .describe('Documents after the letter, whole or some pages of them; each begins a sheet'),
    options: letterOptions.default({}),
    clientReference: reference.optional().describe('Yours, to find the letter again; erased with its content'),
    accept: acceptedWarnings.default([]),
  })
  .meta({ id: 'NewLetter' });
export type NewLetter = z.output<typeof newLetter>;

export const newLetters = z
  .strictObject({
    letters: z.array(newLetter).min(1).max(LETTERS_A_CALL),
    sender: postalAddressSchema.optional().describe('For the letters of this call that name none'),
  })
  .meta({ id: 'NewLetters' });
export type NewLetters = z.output<typeof newLetters>;

export const letterReceipt = z.object({
  id: idOf('letter'),
  position: z.number().int().describe('In its order, from 1'),
});
export const lettersReceipt = z
  .object({
    orderId: idOf('order'),
    letterCount: z.number().int().describe('Letters the order holds now'),
    letters: z.array(letterReceipt),
  })
  .meta({ id: 'LettersReceipt' });
export type LettersReceipt = z.output<typeof lettersReceipt>;

export const letterState = z.enum(Object.keys(letterStates) as [LetterState, ...LetterState[]]);

/** What its sender is told of a letter that can be made, but not quite as it may be thought. */
export const letterWarning = z
  .object({
    code: z.enum(warningCodes),
    detail: z.string(),
    why: z.enum(addressPageReasons).optional().describe('Why an address page was added'),
    page: z.number().int().optional().describe('Of the letter as it is printed, from 1'),
    area: z
      .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
      .optional()
      .describe('Where on that page, mm from its top left'),
    mustAccept: z
      .boolean()
      .describe('Whether the letter is made only if its code is named in `accept` of the letter, order or submission'),
  })
  .meta({ id: 'LetterWarning' });

/** A letter in a list: without what is written on it. */
export const letterRow = z
  .object({
    id: idOf('letter'),
    orderId: idOf('order'),
    position: z.number().int(),
    state: letterState,
    since: moment,
    until: moment.nullable().describe('Deadline of what it waits for'),
    service: z.string(),
    country: z.string().describe('ISO 3166'),
    postcode: z.string(),
    destination: z.enum(destinationZones).describe('The zone by which its service, weight bands and price are chosen'),
    registeredNumber: z.string().nullable(),
    createdAt: moment,
  })
  .meta({ id: 'LetterRow' });
export type LetterRow = z.output<typeof letterRow>;
export const letterPage = pageOf(letterRow);

export const waiting = z
  .object({
    for: z.string().describe('Code of what it waits for'),
    since: moment,
    until: moment.nullable(),
    who: z.array(z.string()).describe('Who can move it on'),
    then: z.string().describe('Code of what happens at the deadline'),
    sentence: z.string(),
  })
  .meta({ id: 'Waiting' });
export type WaitingView = z.output<typeof waiting>;

export const timelineEntry = z.object({
  number: z
    .number()
    .int()
    .describe('Number of its event in the feed: give the one before it as `after` to follow from there'),
  at: moment,
  event: z.string(),
  about: z.enum(['letter', 'order']),
  state: z.string().nullable(),
  words: z.string(),
  reason: z.string().nullable(),
});

export const letter = letterRow
  .extend({
    mode,
    recipient: postalAddressShape.nullable().describe('null once erased'),
    recipientLines: z.array(z.string()).nullable().describe('As printed'),
    sender: postalAddressShape.nullable(),
    clientReference: z.string().nullable(),
    content: z.object({
      kind: z.enum(['template', 'document']),
      templateVersionId: z.string().nullable(),
      documentId: z.string().nullable(),
      pages: z.string().nullable().describe('Ranges of its document; null: all pages'),
      addressPage: z.enum(addressPageChoices).nullable().describe('As chosen; null for a template'),
      attachments: z.array(z.object({ documentId: z.string(), pages: z.string().nullable() })),
    }),
    accepted: z.array(z.string()).describe('Codes of the warnings that its sender accepted'),
    warnings: z.array(letterWarning).nullable().describe('null until it is composed'),
    options: jsonObject,
    pages: z.number().int().nullable(),
    sheets: z.number().int().nullable(),
    envelope: z.string().nullable(),
    weightMg: z.number().int().nullable(),
    weightBand: z.number().int().nullable().describe('Upper limit in grams'),
    postageCents: z.number().int().nullable(),
    copies: z.number().int().describe('Copies made so far; more than 1 after a reprint'),
    handedOverAt: moment.nullable(),
    acceptedByCarrierAt: moment.nullable(),
    depositDay: z.string().nullable().describe('J: the day of the accepted deposit'),
    carrierStatus: z.string().nullable(),
    reason: z.string().nullable().describe('Code of why it was refused, unprintable or returned'),
    reasonText: z.string().nullable().describe('In words: what is wrong, where, and how to mend it'),
    erasedAt: moment.nullable(),
    waiting: waiting.nullable().describe('null for drafts and for letters at rest'),
    timeline: z.array(timelineEntry),
  })
  .meta({ id: 'Letter' });
export type Letter = z.output<typeof letter>;

export const letterQuery = pageQuery.extend({
  sort,
  state: letterState.optional(),
  orderId: idOf('order').optional(),
  service: z.enum(serviceNames).optional(),
});
export type LetterQuery = z.output<typeof letterQuery>;

/** What may be a person's own never stands in a URL: it is searched by a body. */
export const letterSearch = z
  .strictObject({
    clientReference: reference.optional(),
    registeredNumber: z.string().trim().min(1).max(20).optional(),
    recipientName: z
      .string()
      .trim()
      .min(2)
      .max(100)
      .optional()
      .describe('Words of the name or organisation, in any order; case and accents do not matter'),
    postcode: z.string().trim().max(10).optional(),
    limit: z.number().int().min(1).max(200).default(50),
    after: cursor.optional(),
  })
  .refine(
    ({ clientReference, registeredNumber, recipientName, postcode }) =>
      [clientReference, registeredNumber, recipientName, postcode].some(Boolean),
    {
      message: 'Name at least one thing to search for',
    },
  )
  .meta({ id: 'LetterSearch' });
export type LetterSearch = z.output<typeof letterSearch>;

export const extractLetter = z.object({
  letterId: idOf('letter'),
  clientReference: z.string().nullable(),
  service: z.string(),
  weightMg: z.number().int().nullable(),
  weightBand: z.number().int().nullable().describe('Upper limit in grams'),
  registeredNumber: z.string().nullable(),
  state: letterState,
});

/** What a deposit holds of one customer: its own letters, never another's, nor the deposit's totals. */
export const depositExtract = z
  .object({
    deposit: z.string().describe('Mark of the deposit slip'),
    site: z.string(),
    mode,
    handedOverAt: moment,
    acceptedByCarrierAt: moment.nullable().describe("The carrier's date and hour; null until it has answered"),
    depositDay: z.string().nullable().describe('J'),
    issuer: z.string().describe('Whose word this is'),
    letters: z.array(extractLetter).describe('Of this account; the letter asked for first'),
    more: z.boolean().describe('Whether the deposit holds further letters of the account'),
  })
  .meta({ id: 'DepositExtract' });
export type DepositExtract = z.output<typeof depositExtract>;
