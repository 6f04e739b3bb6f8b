import { Injectable } from '@nestjs/common';
import type { NewSupportProfile, SupportProfileView } from '#contracts/api/support-profiles';
import { newId } from '#contracts/new-id';
import type { SupportProfileRow } from '#database/entities/support';
import { MailError } from '#domain/mail-error';
import { usualSupport } from '#domain/support-profile';
import type { Call } from '../http/caller.ts';
import { ScopedLedger } from '../http/scoped-ledger.ts';

type Row = SupportProfileRow & Record<string, unknown>;

const viewOf = (row: SupportProfileRow): SupportProfileView => ({
  id: row.id,
  version: row.version,
  data: row.data as SupportProfileView['data'],
  called: row.called,
  validFrom: row.valid_from.toISOString(),
  validTo: row.valid_to?.toISOString() ?? null,
});

/** What holds until somebody says otherwise, up to the first version. */
const usual = (first: SupportProfileRow | undefined): SupportProfileView => ({
  id: null,
  version: 0,
  data: usualSupport as SupportProfileView['data'],
  called: [],
  validFrom: null,
  validTo: first?.valid_from.toISOString() ?? null,
});

/** How support works, one dated series: what is owed for a question is judged by the version of the moment in which it was asked. */
@Injectable()
export class SupportProfilesService {
  constructor(private readonly ledger: ScopedLedger) {}

  /** All versions, the newest first; a series has few. */
  async list(call: Call): Promise<{ rows: SupportProfileView[]; next: null }> {
    const rows = await this.ledger.read(call, (sql) =>
      sql<Row>(`select * from pli.support_profiles order by version desc`),
    );
    return { rows: [...rows.map(viewOf), usual(rows.at(-1))], next: null };
  }

  /** @throws MailError `version_not_after` */
  add(call: Call, { data, called, validFrom }: NewSupportProfile): Promise<SupportProfileView> {
    return this.ledger.write(call, async (tx) => {
      const from = validFrom === undefined ? tx.at : new Date(validFrom);
      const [before] = await tx.sql<Row>(`select * from pli.support_profiles order by version desc limit 1 for update`);
      if (before !== undefined && before.valid_from >= from)
        throw new MailError(
          'version_not_after',
          `The version before begins at ${before.valid_from.toISOString()}; a new one must begin later. What held in the past does not change.`,
        );
      if (before !== undefined)
        await tx.change('support_profile', 'support_profile.version_ended', [
          { id: before.id, set: { valid_to: from } },
        ]);
      const row: SupportProfileRow = {
        id: newId('support_profile', tx.at),
        version: (before?.version ?? 0) + 1,
        data,
        called,
        valid_from: from,
        valid_to: null,
      };
      await tx.create('support_profile', 'support_profile.version_added', [{ ...row }]);
      return viewOf(row);
    });
  }
}
