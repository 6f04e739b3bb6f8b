import { Injectable } from '@nestjs/common';
import type { NewProfile, Profile, ProfileKind } from '#contracts/api/profiles';
import { pageFrom, type SitePageQuery } from '#contracts/api/shapes';
import { acceptGeometry } from '#domain/geometry-check';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';
import { siteRow } from './sites.service.ts';
import { addVersion, datesOf, type VersionRow } from './versions.ts';

interface Row extends VersionRow {
  profile_id: string;
  site_id: string;
  kind: ProfileKind;
  data: unknown;
}
const columns = 'id, profile_id, version, site_id, kind, data, valid_from, valid_to';
const viewOf = (row: Row): Profile => ({
  id: row.id,
  profileId: row.profile_id,
  version: row.version,
  siteId: row.site_id,
  kind: row.kind,
  data: row.data,
  ...datesOf(row),
});

@Injectable()
export class ProfilesService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** Adds a version to the site's series of that kind, or begins the series. */
  add(call: Call, { siteId, kind, data, validFrom }: NewProfile): Promise<Profile> {
    if (kind === 'geometry') acceptGeometry(data);
    return this.ledger.write(call, async (tx) => {
      await siteRow(tx.sql, siteId);
      const [known] = await tx.sql<Row>(
        `select profile_id from pli.profiles where site_id = $1 and kind = $2 limit 1`,
        [siteId, kind],
      );
      const row = await addVersion(tx, 'profile', {
        seriesId: known?.profile_id,
        row: { site_id: siteId, kind, data: data as unknown },
        validFrom,
      });
      return viewOf({ ...row, profile_id: row.seriesId });
    });
  }

  async list(call: Call, { limit, after, siteId }: SitePageQuery): Promise<{ rows: Profile[]; next: string | null }> {
    const read = await this.ledger.read(call, (sql) =>
      sql<Row>(
        `select ${columns} from pli.profiles where id > $1 and ($3::text is null or site_id = $3) order by id limit $2`,
        [after ?? '', limit + 1, siteId ?? null],
      ),
    );
    return pageFrom(read.map(viewOf), limit);
  }
}
