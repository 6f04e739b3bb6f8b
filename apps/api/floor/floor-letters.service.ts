import { Injectable } from '@nestjs/common';
import type { FloorLetter, FloorLetterQuery, FloorLetterRow } from '#contracts/api/floor-letters';
import { pageFrom } from '#contracts/api/shapes';
import type { Mode, Sql } from '#database/scope';
import type { LetterState } from '#domain/life-cycles';
import { waitingOf } from '#domain/waiting';
import { pieceInOpenTray } from '#domain/waiting-states';
import { siteOf, type Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { namesOfActors } from '../people/colleagues.ts';
import { filters } from './filters.ts';
import { floorTimeline, type FloorEvent } from './floor-timeline.ts';
import { waitsOf } from './floor-waiting.ts';
import { pieceSelection, pieceView, type PieceViewRow } from './piece-view.ts';

interface Row {
  id: string;
  order_id: string;
  account_id: string;
  position: number;
  mode: Mode;
  state: LetterState;
  state_since: Date;
  deadline_at: Date | null;
  service: string;
  country: string;
  postcode: string;
  sheets: number | null;
  weight_mg: number | null;
  weight_band: number | null;
  registered_number: string | null;
  current_copy: number;
  reason_code: string | null;
}
const columns =
  'id, order_id, account_id, position, mode, state, state_since, deadline_at, service, country, postcode, sheets, weight_mg, weight_band, registered_number, current_copy, reason_code';
/** A letter with a copy or two has some dozens. */
const MOST_EVENTS = 1000;

/** Letters as the print room sees them: masked, with all that happened to them and by whom. */
@Injectable()
export class FloorLettersService {
  constructor(private readonly ledger: ScopedLedger) {}

  async list(call: Call, query: FloorLetterQuery): Promise<{ rows: FloorLetterRow[]; next: string | null }> {
    const { limit, after, state, standing, lotKey } = query;
    const asked = filters(`l.id > $1 and l.site_id = $3`, after ?? '', limit + 1, siteOf(call))
      .and((p) => `l.state = ${p}`, state)
      .and((p) => `l.state <> all(${p})`, state === undefined ? ['draft', 'deleted'] : undefined)
      .and((p) => `l.lot_key_text = ${p}`, lotKey)
      .stands(standing, 'l', this.ledger.clock());
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.letters l where ${asked.where} order by l.id limit $2`, asked.values),
    );
    return pageFrom(
      read.map((row) => viewOf(row, undefined)),
      limit,
    );
  }

  one(call: Call, id: string): Promise<FloorLetter> {
    return this.ledger.read(call, async (sql) => {
      const [row] = await sql<Row>(
        `select ${columns} from pli.letters where id = $1 and state not in ('draft', 'deleted')`,
        [id],
      );
      if (row === undefined) throw notFound('letter');
      const copies = await sql<PieceViewRow>(`${pieceSelection} where p.letter_id = $1 order by p.copy`, [id]);
      const current = copies.find(({ copy }) => copy === row.current_copy);
      return {
        ...viewOf(row, current),
        copies: copies.map(pieceView),
        timeline: await timeline(sql, row, copies),
      };
    });
  }
}

function viewOf(row: Row, copy: PieceViewRow | undefined): Omit<FloorLetter, 'copies' | 'timeline'> {
  return {
    id: row.id,
    orderId: row.order_id,
    accountId: row.account_id,
    position: row.position,
    mode: row.mode,
    state: row.state,
    ...waits(row, copy),
    service: row.service,
    country: row.country,
    postcode: row.postcode,
    sheets: row.sheets,
    weightMg: row.weight_mg,
    weightBand: row.weight_band,
    registeredNumber: row.registered_number,
    reason: row.reason_code,
  };
}

/** A letter waits as its copy does where that is out of the ordinary; in an open tray it is due with the tray. */
function waits(row: Row, copy: PieceViewRow | undefined): Pick<FloorLetter, 'since' | 'until' | 'waiting'> {
  if (row.state === 'in_production' && copy?.state === 'trayed' && copy.tray_state === 'open')
    return waitsOf('letter', { ...row, deadline_at: copy.deadline_at }, pieceInOpenTray);
  const tracked = row.registered_number !== null;
  return waitsOf('letter', row, waitingOf('letter', row.state, { tracked, ...(copy && { piece: copy.state }) }));
}

async function timeline(sql: Sql, letter: Row, copies: readonly PieceViewRow[]): Promise<FloorLetter['timeline']> {
  const names = await namesOf(sql, copies);
  for (const copy of copies) names.set(copy.id, `copy ${copy.copy}`);
  names.set(letter.id, `letter ${letter.position}`).set(letter.order_id, 'order');
  const ids = [...names.keys()];
  const events = await sql<FloorEvent & { text: string | null }>(
    `select e.type, e.subject, e.subject_id, e.at, e.recorded_at, e.actor, e.data,
       (select n.text from pli.notes n where n.subject_id = e.subject_id and n.created_at = e.at and n.site_id is not null
        order by n.id limit 1) as text
     from pli.events e where e.subject_id = any($1) order by e.at, e.recorded_at, e.number limit ${MOST_EVENTS}`,
    [ids],
  );
  const texts = new Map(events.map((event) => [event, event.text]));
  const nameOf = await namesOfActors(
    sql,
    events.map(({ actor }) => actor),
  );
  const story = floorTimeline(
    events,
    (id) => names.get(id ?? ''),
    (event) => texts.get(event as FloorEvent & { text: string | null }) ?? null,
  );
  return story.map((entry) => ({ ...entry, person: nameOf(entry.actor) }));
}

/** What the copies went through, as their own events tell: lots, trays, deposits; and their cases. */
async function namesOf(sql: Sql, copies: readonly { id: string; lot_id: string }[]): Promise<Map<string, string>> {
  const pieces = copies.map(({ id }) => id);
  const through = await sql<{ id: string; name: string }>(
    `with moved as (select e.data->'set'->>'tray_id' as tray, e.data->'set'->>'deposit_id' as deposit from pli.events e where e.subject_id = any($1)),
          opened as (select id, deposit_id from pli.cases where piece_id = any($1))
     select id, 'lot ' || number as name from pli.lots where id = any($2)
     union all select id, 'tray ' || number from pli.trays where id in (select tray from moved)
     union all select id, 'deposit ' || number from pli.deposits
       where id in (select deposit from moved union all select deposit_id from opened)
     union all select id, 'case' from opened`,
    [pieces, [...new Set(copies.map(({ lot_id }) => lot_id))]],
  );
  return new Map(through.map(({ id, name }) => [id, name]));
}
