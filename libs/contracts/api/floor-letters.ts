import { z } from 'zod';
import { standing, waits, whole } from './floor.ts';
import { letterState } from './letters.ts';
import { piece } from './pieces.ts';
import { idOf, mode, moment, pageOf, pageQuery } from './shapes.ts';

/** One thing that happened to a letter or to what it travelled in. */
export const floorEntry = z
  .object({
    at: moment,
    event: z.string(),
    about: z.enum(['order', 'letter', 'piece', 'lot', 'tray', 'deposit', 'case']),
    id: z.string(),
    name: z.string().describe('How the floor calls it: copy 2, lot 12, tray 7, deposit 3'),
    state: z.string().nullable(),
    words: z.string(),
    reason: z.string().nullable().describe('Code'),
    text: z.string().nullable().describe('In words, as the person wrote it; erasable'),
    actor: z.string().describe('Who: operator:<key>, customer:<key>, workflow:<activity>, …'),
    person: z.string().nullable().describe('Who, by name, when it is a person of the print room'),
  })
  .meta({ id: 'FloorEntry' });
export type FloorEntry = z.output<typeof floorEntry>;

/** A letter as the print room sees it: no content, of the address the postcode alone. */
export const floorLetterRow = z
  .object({
    id: idOf('letter'),
    orderId: idOf('order'),
    accountId: idOf('account'),
    position: whole.describe('In its order, from 1'),
    mode,
    state: letterState,
    ...waits,
    service: z.string(),
    country: z.string(),
    postcode: z.string(),
    sheets: whole.nullable(),
    weightMg: whole.nullable(),
    weightBand: whole.nullable(),
    registeredNumber: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'FloorLetterRow' });
export type FloorLetterRow = z.output<typeof floorLetterRow>;
export const floorLetterPage = pageOf(floorLetterRow);
export const floorLetterQuery = pageQuery.extend({
  state: letterState.optional(),
  standing: standing.optional(),
  lotKey: z.string().max(2000).optional().describe('Of the pool: letters of that key'),
});
export type FloorLetterQuery = z.output<typeof floorLetterQuery>;

export const floorLetter = floorLetterRow
  .extend({
    copies: z.array(piece).describe('Every copy that was planned, dead ones too'),
    timeline: z
      .array(floorEntry)
      .describe('Of the letter, its copies, and the lots, trays, deposits and cases they went through'),
  })
  .meta({ id: 'FloorLetter' });
export type FloorLetter = z.output<typeof floorLetter>;
