import type { FoundAtSite } from '#contracts/api/search';
import type { Sql } from '#database/scope';
import type { SearchText } from '#domain/search-text';

type Kind = FoundAtSite['kind'];
type Row = Pick<FoundAtSite, 'kind' | 'id' | 'number' | 'state' | 'copy'>;

const letter = (id: string, state: string, copy: string) =>
  `select 'letter' as kind, ${id} as id, null::bigint as number, ${state} as state, ${copy} as copy`;
const numbered = (kind: Kind, table: string, where: string) =>
  `select '${kind}' as kind, id, number, state, null::int as copy from pli.${table} where ${where}`;
const ofPiece = (where: string) =>
  `${letter('p.letter_id', 'l.state', 'p.copy')} from pli.pieces p join pli.letters l on l.id = p.letter_id where ${where}`;

const byId: Readonly<Record<string, string>> = {
  let: `${letter('id', 'state', 'null::int')} from pli.letters where id = $1 and state not in ('draft', 'deleted')`,
  ord: `select 'order' as kind, id, null::bigint as number, state, null::int as copy from pli.orders where id = $1 and state not in ('draft', 'deleted')`,
  lot: numbered('lot', 'lots', 'id = $1'),
  try: numbered('tray', 'trays', 'id = $1'),
  dep: numbered('deposit', 'deposits', 'id = $1'),
  cas: `select 'case' as kind, id, null::bigint as number, state, null::int as copy from pli.cases where id = $1`,
};
const here = 'site_id = pli.scope_site()';

/** What of a print room a text may mean, each thing once, the surest first. */
export async function findAtSite(sql: Sql, search: SearchText, limit: number): Promise<FoundAtSite[]> {
  const found = new Map<string, FoundAtSite>();
  const ask = async (by: FoundAtSite['by'], text: string, values: unknown[]) => {
    for (const row of await sql<Row>(`${text} limit ${limit}`, values))
      if (!found.has(row.id)) found.set(row.id, { ...row, by });
  };
  const { id, mark, windowCodes, number, plain } = search;
  const question = id && byId[id.slice(0, 3)];
  if (question) await ask('id', question, [id]);
  if (windowCodes.length > 0)
    await ask('code', `${ofPiece('p.window_code = any($1)')} order by p.copy desc`, [windowCodes]);
  if (mark?.kind === 'tray') await ask('code', numbered('tray', 'trays', `${here} and number = $1`), [mark.tray]);
  if (mark?.kind === 'deposit')
    await ask('code', numbered('deposit', 'deposits', `${here} and number = $1`), [mark.deposit]);
  if (mark?.kind === 'lot_header' || mark?.kind === 'lot_trailer' || mark?.kind === 'lot_ticket')
    await ask('code', numbered('lot', 'lots', `${here} and number = $1`), [mark.lot]);
  if (number !== undefined) {
    await ask('number', `${letter('id', 'state', 'current_copy')} from pli.letters where registered_number = $1`, [
      number,
    ]);
    await ask('number', ofPiece('p.registered_number = $1'), [number]);
  }
  if (plain !== undefined) {
    await ask('number', numbered('lot', 'lots', `${here} and number = $1`), [plain]);
    await ask('number', numbered('tray', 'trays', `${here} and number = $1`), [plain]);
    await ask('number', numbered('deposit', 'deposits', `${here} and number = $1`), [plain]);
    await ask('mark', ofPiece('p.site_id = pli.scope_site() and p.mark = $1'), [plain]);
  }
  return [...found.values()].slice(0, limit);
}
