import { Controller, Query } from '@nestjs/common';
import { machineQuery, machines, type MachineQuery, type MachineView } from '#contracts/api/machines';
import { Asked } from '../http/call.ts';
import { siteOf, type Call } from '../http/caller.ts';
import { Route } from '../http/route.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

interface Row {
  id: string;
  kind: MachineView['kind'];
  name: string;
  simulated: boolean;
  state: MachineView['state'];
  since: Date | null;
  asked_at: Date | null;
  heard_at: Date | null;
  reasons: string[];
  progress: number | null;
  lot: MachineView['lot'];
  last_word_at: Date | null;
}

@Controller()
export class MachinesController {
  constructor(private readonly ledger: ScopedLedger) {}

  @Route('GET', '/v1/site/machines', {
    tag: 'Print room: machines',
    summary: 'Machines and carriers: how each was when it was last asked, and what it is making',
    description: 'Asked by the watch of the worker every few seconds; this route asks no machine.',
    access: { role: 'operator', scope: 'floor:read' },
    answer: { status: 200, schema: machines },
  })
  list(@Asked() call: Call, @Query({ schema: machineQuery }) { state }: MachineQuery) {
    return this.ledger.read(call, async (sql) => {
      const rows = await sql<Row>(
        `select * from (
           select d.id, d.kind, d.name, d.simulated, coalesce(m.state, 'not_asked') as state, m.since, m.asked_at, m.heard_at,
             coalesce(m.reasons, '{}') as reasons, m.progress,
             (select jsonb_build_object('id', l.id, 'number', l.number, 'sheets', l.sheets, 'pieces', l.pieces) from pli.lots l
              where l.site_id = $1 and m.job is not null and l.print_job = m.job) as lot,
             (select f.at from pli.facts f where f.site_id = $1 and f.source = case d.kind when 'carrier' then 'carrier:' else 'machine:' end || d.id
              order by f.at desc limit 1) as last_word_at
           from pli.devices d left join pli.machine_states m on m.id = d.id where d.site_id = $1 and d.retired_at is null) as seen
         where $2::text is null or state = $2 order by case kind when 'printer' then 1 when 'inserter' then 2 else 3 end, id`,
        [siteOf(call), state ?? null],
      );
      return { rows: rows.map(viewOf) };
    });
  }
}

const iso = (at: Date | null) => at?.toISOString() ?? null;
const viewOf = (row: Row): MachineView => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  simulated: row.simulated,
  state: row.state,
  since: iso(row.since),
  askedAt: iso(row.asked_at),
  heardAt: iso(row.heard_at),
  reasons: row.reasons,
  lot: row.lot,
  progress: row.progress,
  lastWordAt: iso(row.last_word_at),
});
