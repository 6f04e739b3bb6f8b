import { DataSource } from 'typeorm';

/** Opens the database. `url` names a login role that may take on the group roles of its process; `pool` is the number of connections. */
export async function openDatabase(url: string, pool = 10): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: 'pli',
    applicationName: 'pli',
    poolSize: pool,
    synchronize: false,
    extra: { options: '-c timezone=UTC' },
  });
  return database.initialize();
}
