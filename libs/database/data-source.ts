import pg from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities/entities.ts';

/**
 * Opens the database. `url` names a login role that may take on the group roles of its process; `pool` is the number of connections.
 * Rows come back as: whole numbers of 64 bits → number (ours stay far below 2^53), date → 'YYYY-MM-DD', timestamptz → Date.
 */
export async function openDatabase(url: string, pool = 10): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: 'pli',
    entities,
    applicationName: 'pli',
    poolSize: pool,
    synchronize: false,
    extra: { options: '-c timezone=UTC', types: { getTypeParser } },
  });
  return database.initialize();
}

const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: (text) => text,
};

function getTypeParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return parsers[type] ?? (pg.types.getTypeParser(type, format as 'text') as (text: string) => unknown);
}
