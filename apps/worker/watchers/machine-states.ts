import type { DataSource } from 'typeorm';
import { inLedger, type Clock } from '#database/ledger';
import { inScope, siteScope, type Mode, type Sql } from '#database/scope';
import type { MachineCondition } from '#devices/printer';
import { INSERT_RECORDS } from '../../../activities/lot/insert-facts.ts';
import type { FloorDevice } from '../../../activities/lot/deps.ts';
import type { Look } from './rounds.ts';

/** How often a machine is asked how it is: a person who walks by would look as often. */
const ASK_EVERY_MS = 5_000;

/** What the watch over the machines' own state needs. */
export interface MachineStateWatch {
  database: DataSource;
  clock: Clock;
  bundle: string;
  /** How a machine is, by its own word; throws when it gives no answer. */
  conditionOf(device: FloorDevice & { kind: DeviceKind }): Promise<MachineCondition>;
}
type DeviceKind = 'printer' | 'inserter' | 'carrier';

interface Device extends FloorDevice {
  kind: DeviceKind;
  mode: Mode;
  /** The lot that it is making, by the job's name. */
  job: string | null;
  progress: number | null;
  was: string | null;
  was_reasons: string[] | null;
}
interface Seen {
  state: 'ready' | 'busy' | 'trouble' | 'silent';
  reasons: readonly string[];
}

/**
 * Asks each machine and carrier of a site how it is, and keeps the answer for the people of the floor. A change is told to the site's feed; an
 * answer like the one before moves the hour alone.
 */
export function watchMachineStates(watch: MachineStateWatch): Look {
  const asked = new Map<string, number>();
  return async (siteId) => {
    const now = watch.clock().getTime();
    if (now - (asked.get(siteId) ?? 0) < ASK_EVERY_MS) return;
    asked.set(siteId, now);
    const devices = await inScope(watch.database, siteScope(siteId), (sql) => devicesOf(sql, siteId));
    for (const device of devices) await look(watch, siteId, device);
  };
}

function devicesOf(sql: Sql, siteId: string): Promise<Device[]> {
  return sql<Device>(
    `select d.id, d.kind, d.mode, d.address, d.settings, l.job, l.progress, m.state as was, m.reasons as was_reasons
     from pli.devices d left join pli.machine_states m on m.id = d.id
     left join lateral (
       select coalesce(case d.kind when 'printer' then l.print_job else l.inserter_job end, l.print_job) as job,
         case when d.kind = 'inserter' then
           (select sum(jsonb_array_length(f.data->'records'))::int from pli.facts f where f.subject_id = l.id and f.kind = $2) end as progress
       from pli.lots l where l.site_id = $1 and (d.kind = 'printer' and l.state = 'printing' and l.printer_id = d.id
         or d.kind = 'inserter' and l.state = 'inserting' and l.inserter_id = d.id) order by l.state_since limit 1) l on true
     where d.site_id = $1 and d.retired_at is null order by d.id`,
    [siteId, INSERT_RECORDS],
  );
}

async function look(watch: MachineStateWatch, siteId: string, device: Device): Promise<void> {
  const seen = await watch
    .conditionOf(device)
    .then((condition): Seen => ({ ...condition, state: busyIf(condition.state, device.job) }))
    .catch((): Seen => ({ state: 'silent', reasons: ['no_answer'] }));
  const changed = seen.state !== device.was || seen.reasons.join() !== (device.was_reasons ?? []).join();
  const act = { actor: 'watch:machines', cause: { bundle: watch.bundle } };
  await inLedger(watch.database, siteScope(siteId), act, watch.clock, async ({ sql, at, tell }) => {
    await sql(
      `insert into pli.machine_states (id, site_id, mode, state, since, asked_at, heard_at, reasons, job, progress)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)
       on conflict (id) do update set state = excluded.state, asked_at = excluded.asked_at, reasons = excluded.reasons, job = excluded.job,
         progress = excluded.progress, heard_at = coalesce(excluded.heard_at, machine_states.heard_at),
         since = case when $10 then excluded.since else machine_states.since end`,
      [
        device.id,
        siteId,
        device.mode,
        seen.state,
        at,
        seen.state === 'silent' ? null : at,
        seen.reasons,
        device.job,
        device.progress,
        changed,
      ],
    );
    if (changed) tell(`site/${siteId}`, 'device', device.id, `device.${seen.state}`, { reasons: seen.reasons });
  });
}

/** A machine behind a folder does not say that it works: the lot that it has been given does. */
const busyIf = (state: MachineCondition['state'], job: string | null): Seen['state'] =>
  state === 'ready' && job !== null ? 'busy' : state;
