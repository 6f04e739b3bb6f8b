import type { Mode } from '#domain/marks';
import type { DataSource } from 'typeorm';
import { inScope, siteScope } from '#database/scope';

export interface SiteName {
  code: string;
  mode: Mode;
}

/** What sites are called; neither code nor mode of a site ever changes, so each is read once. */
export class SiteNames {
  private readonly known = new Map<string, SiteName>();

  constructor(private readonly database: DataSource) {}

  async of(siteId: string): Promise<SiteName> {
    const known = this.known.get(siteId);
    if (known) return known;
    const [read] = await inScope(this.database, siteScope(siteId), (sql) =>
      sql<SiteName>(`select code, mode from pli.sites where id = $1`, [siteId]),
    );
    if (read === undefined) throw new Error(`site ${siteId} of an outbox row does not exist`);
    this.known.set(siteId, read);
    return read;
  }
}
