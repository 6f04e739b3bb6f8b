import pg from 'pg';
import type { DoorRow } from './caller.ts';

/** Asks the database who holds a key. */
export interface Door {
  /** The key's holder by the SHA-256 of the key; undefined when it is unknown or was revoked. */
  find(hash: Buffer): Promise<DoorRow | undefined>;
  close(): Promise<void>;
}

/**
 * Opens connections of their own in the role pli_door, which may ask this one function and nothing else: a key is looked up with
 * one message instead of a transaction, and never waits behind the orders that are being stored.
 */
export function openDoor(databaseUrl: string): Door {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    options: '-c role=pli_door',
    application_name: 'pli door',
    // Also how long a request may wait for a free one when many come at once.
    connectionTimeoutMillis: 5000,
  });
  // A connection that breaks while idle is replaced at the next request, which is told of it if it must be.
  pool.on('error', () => undefined);
  return {
    async find(hash) {
      const { rows } = await pool.query<DoorRow>({
        name: 'door',
        text: 'select * from pli.door_key($1)',
        values: [hash],
      });
      return rows[0];
    },
    close: () => pool.end(),
  };
}
