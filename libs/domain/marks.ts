import { checkCharacter } from './check-character.ts';
import { MailError } from './mail-error.ts';

/**
 * The text of every code that Pli prints: fields separated by `/`, one letter for the kind first, one check character last
 * (check-character.ts). No personal data: a mark names site, lot, piece, sheet, copy, tray or deposit and nothing of the letter.
 * Numbers are per site (lot, tray, deposit) or per lot (piece), from 1, without leading zeros.
 */
export type SheetCode = { kind: 'sheet'; site: string; lot: number; piece: number; sheet: number; of: number };
export type WindowCode = { kind: 'window'; site: string; lot: number; piece: number; copy: number };
export type LotHeaderCode = { kind: 'lot_header'; site: string; lot: number };
export type LotTrailerCode = { kind: 'lot_trailer'; site: string; lot: number };
export type LotTicketCode = { kind: 'lot_ticket'; site: string; lot: number };
export type TrayCode = { kind: 'tray'; site: string; tray: number };
export type DepositCode = { kind: 'deposit'; site: string; deposit: number };
export type Mark = SheetCode | WindowCode | LotHeaderCode | LotTrailerCode | LotTicketCode | TrayCode | DepositCode;
export type MarkKind = Mark['kind'];

/** Mode of everything that Pli makes; nothing mixes modes. */
export const modes = ['test', 'live'] as const;
export type Mode = (typeof modes)[number];

/** Kind → letter and the numbers that follow the site, in their order in the text. */
const grammar = {
  sheet: { letter: 'S', numbers: ['lot', 'piece', 'sheet', 'of'] },
  window: { letter: 'W', numbers: ['lot', 'piece', 'copy'] },
  lot_header: { letter: 'H', numbers: ['lot'] },
  lot_trailer: { letter: 'T', numbers: ['lot'] },
  lot_ticket: { letter: 'L', numbers: ['lot'] },
  tray: { letter: 'B', numbers: ['tray'] },
  deposit: { letter: 'D', numbers: ['deposit'] },
} as const satisfies Record<MarkKind, { letter: string; numbers: readonly string[] }>;

const siteCode = /^[A-Z0-9]{4}$/;
const plainNumber = /^[1-9][0-9]{0,8}$/;

/** The text of a mark, e.g. `S/PAR1/123/45/1/3/K`. Refuses (`mark_invalid`) a site or number that cannot be written. */
export function formatMark(mark: Mark): string {
  const { letter, numbers } = grammar[mark.kind];
  const fields = numbers.map((name) => String((mark as unknown as Record<string, number>)[name]));
  const wrong = numbers.find((_, i) => !plainNumber.test(fields[i] ?? ''));
  if (!siteCode.test(mark.site)) throw invalid(mark.kind, 'its site code is not four capitals or digits');
  if (wrong) throw invalid(mark.kind, `its ${wrong} number is not a whole number from 1 to 999999999`);
  if (mark.kind === 'sheet' && mark.sheet > mark.of)
    throw invalid(mark.kind, `sheet ${mark.sheet} of ${mark.of} cannot be`);
  const body = [letter, mark.site, ...fields].join('/');
  return `${body}/${checkCharacter(`${body}/`)}`;
}

/**
 * Reads the text of a mark. Errors: `mark_unreadable` (not a mark of ours), `mark_check_wrong` (one of ours misread: a character
 * is wrong), each telling what to do.
 */
export function parseMark(text: string): Mark {
  const parts = text.split('/');
  const check = parts.pop();
  const body = parts.join('/');
  const kind = (Object.keys(grammar) as MarkKind[]).find((k) => grammar[k].letter === parts[0]);
  if (!kind || !/^[0-9A-Z/]+$/.test(body)) throw unreadable();
  if (check !== checkCharacter(`${body}/`))
    throw new MailError('mark_check_wrong', 'The code was misread: its check character does not match. Scan it again.');
  const names = grammar[kind].numbers;
  const [site, ...numbers] = parts.slice(1);
  if (!site || !siteCode.test(site) || numbers.length !== names.length || !numbers.every((n) => plainNumber.test(n)))
    throw unreadable();
  const mark = { kind, site, ...Object.fromEntries(names.map((name, i) => [name, Number(numbers[i])])) } as Mark;
  if (mark.kind === 'sheet' && mark.sheet > mark.of) throw unreadable();
  return mark;
}

/** The mark in `text`, or undefined when it is none of ours or misread: what a camera does with noise. */
export function readMark(text: string): Mark | undefined {
  try {
    return parseMark(text);
  } catch {
    return undefined;
  }
}

/**
 * What is printed for people beside a code: its text, and in test mode the word TEST before it. The code itself is the same in
 * both modes, because a test site has numbers of its own.
 */
export function printedText(code: string, mode: Mode): string {
  return mode === 'test' ? `${testWord} ${code}` : code;
}
/** The word on everything that a test site prints. */
export const testWord = 'TEST';
/** The word on everything that would otherwise imitate a post. */
export const specimenWord = 'SPECIMEN';

function invalid(kind: MarkKind, why: string): MailError {
  return new MailError('mark_invalid', `A ${kind} code cannot be made: ${why}.`);
}
function unreadable(): MailError {
  return new MailError('mark_unreadable', 'This is not a code of this print room. Scan the code printed by Pli.');
}
