import type { MasterKey } from '#storage/master-key';
import { requestName } from '#storage/request-name';
import type { ErasureDeps } from './deps.ts';

const AT_ONCE = 2000;

/** Puts keyed hashes in place of the plain ones that a former release kept of requests: they would outlive what was sent. @returns how many */
export async function keyRequestHashes({
  records,
  masterKey,
}: Pick<ErasureDeps, 'records'> & { masterKey: MasterKey }): Promise<number> {
  return records.writeAs({ role: 'pli_eraser' }, async ({ sql }) => {
    const plain = await sql<{ account_id: string; mode: string; key: string; request_hash: Buffer }>(
      `select account_id, mode, key, request_hash from pli.idempotency_keys where not hash_keyed order by created_at limit $1 for update skip locked`,
      [AT_ONCE],
    );
    const keyed = plain.map(({ request_hash, ...of }) => ({
      ...of,
      request_hash: `\\x${requestName(masterKey, request_hash).toString('hex')}`,
    }));
    await sql(
      `update pli.idempotency_keys i set request_hash = k.request_hash, hash_keyed = true
       from jsonb_to_recordset($1) as k(account_id text, mode text, key text, request_hash bytea)
       where i.account_id = k.account_id and i.mode = k.mode and i.key = k.key`,
      [JSON.stringify(keyed)],
    );
    return plain.length;
  });
}
