import { Injectable } from '@nestjs/common';
import type { Device, NewDevice } from '#contracts/api/devices';
import { pageFrom, type SitePageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import { MailError } from '#domain/mail-error';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { siteRow } from './sites.service.ts';

interface Row {
  id: string;
  site_id: string;
  kind: Device['kind'];
  name: string;
  address: string;
  simulated: boolean;
  created_at: Date;
  retired_at: Date | null;
  settings: { trackingUrl?: string; contracts?: string[]; trackingKey?: string };
}
const columns = 'id, site_id, kind, name, address, simulated, created_at, retired_at, settings';
const viewOf = (row: Row): Device => ({
  id: row.id,
  siteId: row.site_id,
  kind: row.kind,
  name: row.name,
  address: row.address,
  simulated: row.simulated,
  createdAt: row.created_at.toISOString(),
  retiredAt: row.retired_at?.toISOString() ?? null,
  settings:
    row.kind === 'carrier'
      ? {
          trackingUrl: row.settings.trackingUrl ?? null,
          contracts: row.settings.contracts ?? null,
          hasTrackingKey: (row.settings.trackingKey ?? '') !== '',
        }
      : null,
});

@Injectable()
export class DevicesService {
  constructor(private readonly ledger: ScopedLedger) {}

  create(call: Call, given: NewDevice): Promise<Device> {
    return this.ledger.write(call, async (tx) => {
      const { mode } = await siteRow(tx.sql, given.siteId);
      if (given.simulated !== (mode === 'test'))
        throw new MailError(
          'device_mode_differs',
          `A ${mode} site drives ${mode === 'test' ? 'simulated' : 'real'} devices only.`,
        );
      const { kind, name, address, simulated } = given;
      const settings = given.kind === 'carrier' ? given.settings : {};
      const row: Row = {
        id: newId('device', tx.at),
        site_id: given.siteId,
        kind,
        name,
        address,
        simulated,
        created_at: tx.at,
        retired_at: null,
        settings: settings as Row['settings'],
      };
      await tx.create('device', 'device.added', [{ ...row, mode }]);
      return viewOf(row);
    });
  }

  /** Takes a device out of service for new work; what it did stays. */
  retire(call: Call, id: string): Promise<Device> {
    return this.ledger.write(call, async (tx) => {
      const [row] = await tx.sql<Row>(`select ${columns} from pli.devices where id = $1 for update`, [id]);
      if (row === undefined) throw notFound('device');
      if (row.retired_at === null) await tx.change('device', 'device.retired', [{ id, set: { retired_at: tx.at } }]);
      return viewOf({ ...row, retired_at: row.retired_at ?? tx.at });
    });
  }

  async list(call: Call, { limit, after, siteId }: SitePageQuery): Promise<{ rows: Device[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.devices where id > $1 and ($3::text is null or site_id = $3) order by id limit $2`,
        [after ?? '', limit + 1, siteId ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }
}
