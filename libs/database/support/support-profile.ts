import { withKnownHolidays } from '#domain/holidays';
import { usualSupport, type SupportProfile } from '#domain/support-profile';
import type { KnownSupport } from '#domain/tickets';
import type { Sql } from '../scope.ts';

/** Mail addresses of those who are called at an instant; none: everybody of the provider who may answer. */
export async function calledAt(sql: Sql, at: Date): Promise<string[]> {
  const [row] = await sql<{ called: string[] }>(
    `select called from pli.support_profiles where valid_from <= $1 order by version desc limit 1`,
    [at],
  );
  return row?.called ?? [];
}

/** The profile of support that holds at an instant, and its version; null: none was added, the usual one holds. */
export async function supportAt(sql: Sql, at: Date): Promise<{ version: number | null; support: KnownSupport }> {
  const [row] = await sql<{ version: number; data: SupportProfile }>(
    `select version, data from pli.support_profiles where valid_from <= $1 order by version desc limit 1`,
    [at],
  );
  const { hours, ...rest } = row?.data ?? usualSupport;
  return { version: row?.version ?? null, support: { ...rest, hours: withKnownHolidays(hours) } };
}
