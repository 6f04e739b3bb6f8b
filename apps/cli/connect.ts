import { openPli } from '#client/client';
import { keepSettings } from './settings.ts';
import { understand } from './recipient.ts';
import { Session } from './session.ts';
import { Ends, exitCodes, type World } from './world.ts';

/**
 * Tries a key and keeps it with the API's address. The key is asked for, or read from PLI_KEY: on a command line it would stand in
 * the shell's history.
 */
export async function connect(world: World, api: string, sender: string | undefined): Promise<number> {
  const key = world.env.PLI_KEY || (await world.ask?.('Key (pli_test_… or pli_live_…): ', true))?.trim();
  if (!key) throw new Ends(exitCodes.usage, 'Nobody is at the terminal to be asked for the key: set PLI_KEY.');
  await openPli({ api, key }).get('/v1/orders', { params: { query: { limit: 1 } } });
  if (sender !== undefined) await understand(new Session(world, { api, key }, false, true), sender, 'sender');
  const file = keepSettings(world, { api, key, ...(sender !== undefined && { sender }) });
  world.out(`The key opens ${api}. Kept in ${file}, readable by you alone.`);
  return exitCodes.done;
}
