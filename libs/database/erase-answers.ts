import type { Row } from './ledger.ts';
import type { Sql } from './scope.ts';

/**
 * Takes content out of the answers kept under idempotency keys that name what is erased, so that none outlives it. What is repeated after
 * that is the answer with `instead` laid over it, or, without it, a refusal (`answer_erased`).
 */
export async function eraseAnswers(sql: Sql, names: readonly string[], at: Date, instead?: Row): Promise<void> {
  if (names.length === 0) return;
  await sql(
    `update pli.idempotency_keys set answer = answer || $3::jsonb, erased_at = $2 where names = any($1) and erased_at is null`,
    [names, at, instead === undefined ? null : JSON.stringify(instead)],
  );
}
