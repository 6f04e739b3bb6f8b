import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { NewSite, Site, siteChange } from '#contracts/api/sites';
import { pageFrom, type PageQuery } from '#contracts/api/shapes';
import { newId } from '#contracts/new-id';
import type { Mode, Sql } from '#database/scope';
import { MailError } from '#domain/mail-error';
import { newWrappedKey, type MasterKey } from '#storage/master-key';
import type { Call } from '../http/caller.ts';
import { notFound } from '../http/refusal.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { MASTER_KEY } from '../parts.ts';

interface Row {
  id: string;
  code: string;
  name: string;
  mode: Mode;
  time_zone: string;
  state: Site['state'];
  created_at: Date;
}
const columns = 'id, code, name, mode, time_zone, state, created_at';
const viewOf = ({ created_at, time_zone, ...row }: Row): Site => ({
  ...row,
  timeZone: time_zone,
  createdAt: created_at.toISOString(),
});

/** The site of that id; the mode of everything at it is its own. */
export async function siteRow(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql<Row>(`select ${columns} from pli.sites where id = $1`, [id]);
  if (row === undefined) throw notFound('site');
  return row;
}

@Injectable()
export class SitesService {
  constructor(
    private readonly ledger: ScopedLedger,
    @Inject(MASTER_KEY) private readonly masterKey: MasterKey,
  ) {}

  /** Makes a site with its stream, the numbers it will give out, and its content key. */
  async create(call: Call, { code, name, mode, timeZone }: NewSite): Promise<Site> {
    return this.ledger.write(call, async (tx) => {
      const row: Row = {
        id: newId('site', tx.at),
        code,
        name,
        mode,
        time_zone: timeZone,
        state: 'active',
        created_at: tx.at,
      };
      const [taken] = await tx.sql('select from pli.sites where code = $1', [code]);
      if (taken !== undefined)
        throw new MailError('site_code_taken', `The code ${code} belongs to another site: take another one.`);
      await tx.create('site', 'site.created', [{ ...row }]);
      await tx.sql(`insert into pli.streams (id, site_id, mode) values ('site/' || $1::text, $1::text, $2)`, [
        row.id,
        mode,
      ]);
      await tx.sql(
        `insert into pli.site_numbers (site_id, kind) select $1, k from unnest(array['lot', 'tray', 'deposit']) k`,
        [row.id],
      );
      await tx.sql(`insert into pli.content_keys (owner_id, site_id, wrapped, created_at) values ($1, $1, $2, $3)`, [
        row.id,
        newWrappedKey(this.masterKey, row.id),
        tx.at,
      ]);
      return viewOf(row);
    });
  }

  async list(call: Call, { limit, after }: PageQuery): Promise<{ rows: Site[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(`select ${columns} from pli.sites where id > $1 order by id limit $2`, [after ?? '', limit + 1]),
    );
    return pageFrom(read.map(viewOf), limit);
  }

  async one(call: Call, id: string): Promise<Site> {
    return viewOf(await this.ledger.read(call, (sql) => siteRow(sql, id)));
  }

  async change(call: Call, id: string, { name, state }: z.output<typeof siteChange>): Promise<Site> {
    return this.ledger.write(call, async (tx) => {
      const row = await siteRow(tx.sql, id);
      const changed = { ...row, state: state ?? row.state, name: name ?? row.name };
      await tx.change('site', 'site.changed', [{ id, set: { state: changed.state }, content: { name: changed.name } }]);
      return viewOf(changed);
    });
  }
}
