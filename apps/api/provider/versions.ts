import type { LedgerTransaction, Row } from '#database/ledger';
import { newId } from '#contracts/new-id';
import { MailError } from '#domain/mail-error';

/** Dated data never changes in place: each change is a new version, and the one before ends when it begins. */
const series = {
  contract: { table: 'contracts', seriesColumn: 'contract_id' },
  stock: { table: 'stocks', seriesColumn: 'stock_id' },
  profile: { table: 'profiles', seriesColumn: 'profile_id' },
} as const;
export type DatedSubject = keyof typeof series;

export interface VersionRow {
  id: string;
  version: number;
  valid_from: Date;
  valid_to: Date | null;
}

/**
 * Adds a version: the first of a new series, or the next of `seriesId`.
 * @param row what the version says, without id, series, version and dates
 * @throws MailError `version_not_after` when it does not begin after the one before
 */
export async function addVersion<T extends Row>(
  tx: LedgerTransaction,
  subject: DatedSubject,
  version: { seriesId?: string | undefined; row: T; validFrom?: string | undefined },
): Promise<T & VersionRow & { seriesId: string }> {
  const { table, seriesColumn } = series[subject];
  const validFrom = version.validFrom === undefined ? tx.at : new Date(version.validFrom);
  const id = newId(subject, tx.at);
  const seriesId = version.seriesId ?? id;
  const [before] = await tx.sql<VersionRow>(
    `select id, version, valid_from, valid_to from pli.${table} where ${seriesColumn} = $1 order by version desc limit 1 for update`,
    [seriesId],
  );
  if (before && before.valid_from >= validFrom)
    throw new MailError(
      'version_not_after',
      `The version before begins at ${before.valid_from.toISOString()}; a new one must begin later. What held in the past does not change.`,
    );
  if (before) await tx.change(subject, `${subject}.version_ended`, [{ id: before.id, set: { valid_to: validFrom } }]);
  const dates = { version: (before?.version ?? 0) + 1, valid_from: validFrom, valid_to: null };
  await tx.create(subject, `${subject}.version_added`, [{ id, [seriesColumn]: seriesId, ...version.row, ...dates }]);
  return { ...version.row, id, seriesId, ...dates };
}

export const datesOf = ({ valid_from, valid_to }: VersionRow) => ({
  validFrom: valid_from.toISOString(),
  validTo: valid_to?.toISOString() ?? null,
});
