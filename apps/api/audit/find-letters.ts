import type { AuditFound, FoundBy } from '#contracts/api/audit';
import { idPrefixes } from '#contracts/ids';
import type { Mode, Sql } from '#database/scope';
import type { LetterState } from '#domain/life-cycles';
import { readMark, type Mark } from '#domain/marks';

/** Letters of an answer at most: a deposit may hold thousands. */
const MOST = 100;

interface Row {
  id: string;
  order_id: string;
  account_id: string;
  site_id: string | null;
  mode: Mode;
  state: LetterState;
  registered_number: string | null;
  created_at: Date;
}

interface Asked {
  by: FoundBy;
  /** Condition on a letter `l`; $1 and further are `values`. */
  where: string;
  values: unknown[];
}

/** The letters that a text names: an id, a code that Pli prints, or a registered number; never a name. */
export async function findLetters(sql: Sql, text: string): Promise<AuditFound> {
  const asked = ofId(text) ?? ofMark(text) ?? ofNumber(text);
  const rows = await sql<Row & Record<string, unknown>>(
    `select l.id, l.order_id, l.account_id, l.site_id, l.mode, l.state, l.registered_number, l.created_at from pli.letters l
     where l.state <> 'deleted' and ${asked.where} order by l.id limit ${MOST + 1}`,
    asked.values,
  );
  return {
    by: rows.length === 0 ? null : asked.by,
    rows: rows.slice(0, MOST).map((row) => ({
      id: row.id,
      orderId: row.order_id,
      accountId: row.account_id,
      siteId: row.site_id,
      mode: row.mode,
      state: row.state,
      registeredNumber: row.registered_number,
      createdAt: row.created_at.toISOString(),
    })),
    more: rows.length > MOST,
  };
}

const inPieces = (condition: string) => `l.id in (select p.letter_id from pli.pieces p where ${condition})`;

const byId: Partial<Record<string, Omit<Asked, 'values'>>> = {
  [idPrefixes.order]: { by: 'order', where: 'l.order_id = $1' },
  [idPrefixes.lot]: { by: 'lot', where: inPieces('p.lot_id = $1') },
  [idPrefixes.tray]: { by: 'tray', where: inPieces('p.tray_id = $1') },
  [idPrefixes.deposit]: { by: 'deposit', where: inPieces('p.deposit_id = $1') },
  [idPrefixes.case]: { by: 'case', where: inPieces('p.id = (select c.piece_id from pli.cases c where c.id = $1)') },
};

function ofId(text: string): Asked | undefined {
  const id = text.toLowerCase();
  const [, prefix = '', copy] = /^([a-z]{3})_[0-9a-z]{26}(\.[0-9]+)?$/.exec(id) ?? [];
  if (prefix === idPrefixes.letter)
    return { by: copy === undefined ? 'letter' : 'piece', where: 'l.id = $1', values: [id.split('.')[0]] };
  const known = byId[prefix];
  return known && { ...known, values: [id] };
}

function ofMark(text: string): Asked | undefined {
  const mark = readMark(text.toUpperCase());
  if (mark === undefined) return undefined;
  const { by, where, numbers } = conditionOf(mark);
  return {
    by,
    where: inPieces(`p.site_id = (select s.id from pli.sites s where s.code = $1) and ${where}`),
    values: [mark.site, ...numbers],
  };
}

function conditionOf(mark: Mark): { by: FoundBy; where: string; numbers: number[] } {
  const ofSite = (table: string) => `(select x.id from pli.${table} x where x.site_id = p.site_id and x.number = $2)`;
  switch (mark.kind) {
    case 'window':
      return {
        by: 'piece',
        where: `p.lot_id = ${ofSite('lots')} and p.position = $3 and p.copy = $4`,
        numbers: [mark.lot, mark.piece, mark.copy],
      };
    case 'sheet':
      return {
        by: 'piece',
        where: `p.lot_id = ${ofSite('lots')} and p.position = $3`,
        numbers: [mark.lot, mark.piece],
      };
    case 'tray':
      return { by: 'tray', where: `p.tray_id = ${ofSite('trays')}`, numbers: [mark.tray] };
    case 'deposit':
      return { by: 'deposit', where: `p.deposit_id = ${ofSite('deposits')}`, numbers: [mark.deposit] };
    default:
      return { by: 'lot', where: `p.lot_id = ${ofSite('lots')}`, numbers: [mark.lot] };
  }
}

/** A registered number, of whichever copy bore it. */
function ofNumber(text: string): Asked {
  const code = text.toUpperCase().replaceAll(' ', '');
  const where = `(l.registered_number = $1 or l.id in (select r.letter_id from pli.registered_numbers r where r.code = $1))`;
  return { by: 'registered_number', where, values: [code] };
}
