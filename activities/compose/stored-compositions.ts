import type { LetterWarning } from '#domain/letter-warnings';
import type { Part } from '#documents/sheets';
import type { LedgerTransaction } from '#database/ledger';
import type { Mode, Sql } from '#database/scope';

export interface StoredComposition {
  blob: string;
  parts: Part[];
  sheets: number;
  sheetCodeZones: number[];
  warnings: LetterWarning[];
}

/** Compositions of an account that are stored and whose bytes somebody still uses, by key (hex). */
export async function storedCompositions(
  sql: Sql,
  accountId: string,
  keys: readonly string[],
): Promise<Map<string, StoredComposition>> {
  const rows = await sql<StoredComposition & { key: string }>(
    `select encode(c.key, 'hex') as key, c.blob, c.parts, c.sheets, c.sheet_code_zones as "sheetCodeZones", c.warnings from pli.compositions c
     where c.account_id = $1 and c.key = any(select decode(k, 'hex') from unnest($2::text[]) as k)
       and exists (select from pli.blob_uses u where u.blob = c.blob)`,
    [accountId, keys],
  );
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** Remembers compositions; of two that come at once the later one is kept. Keys in order, so that two portions never deadlock. */
export async function storeCompositions(
  tx: LedgerTransaction,
  accountId: string,
  mode: Mode,
  compositions: readonly (StoredComposition & { key: string })[],
): Promise<void> {
  await tx.sql(
    `insert into pli.compositions (account_id, mode, key, blob, parts, sheets, sheet_code_zones, warnings, created_at)
     select $1, $2, decode(c.key, 'hex'), c.blob, c.parts, c.sheets, c."sheetCodeZones", c.warnings, $3
     from jsonb_to_recordset($4) as c(key text, blob text, parts jsonb, sheets int, "sheetCodeZones" int[], warnings jsonb) order by c.key
     on conflict (account_id, mode, key) do update set blob = excluded.blob, parts = excluded.parts, sheets = excluded.sheets,
       sheet_code_zones = excluded.sheet_code_zones, warnings = excluded.warnings`,
    [accountId, mode, tx.at, JSON.stringify(compositions)],
  );
}
