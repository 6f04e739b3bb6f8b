import type { z } from 'zod';
import type { keyShownOnce, NewKey } from '#contracts/api/keys';
import { openDatabase } from '#database/data-source';
import { inLedger } from '#database/ledger';
import { insertKey } from '../../apps/api/provider/keys.service.ts';

/**
 * Makes a key without a key: the first one of an installation, or one for who has lost theirs. Who may read the database's
 * address may do this. `databaseUrl` is the API's.
 */
export async function storeKey(databaseUrl: string, key: NewKey): Promise<z.output<typeof keyShownOnce>> {
  const database = await openDatabase(databaseUrl, 1);
  try {
    const act = { actor: 'command:key', cause: {} };
    return await inLedger(
      database,
      { role: 'pli_provider' },
      act,
      () => new Date(),
      (tx) => insertKey(tx, key),
    );
  } finally {
    await database.destroy();
  }
}
