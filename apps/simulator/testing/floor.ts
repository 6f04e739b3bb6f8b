import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJournal, type JournalRecord } from '#contracts/simulator-journal';
import { fileCarrier } from '#carriers/file-carrier';
import { suiviTracking } from '#carriers/suivi-tracking';
import { hotFolderInserter } from '#devices/hot-folder-inserter';
import { ippPrinter } from '#devices/ipp-printer';
import type { Sight } from '../floor.ts';
import { simulatorSettings } from '../settings.ts';
import { startSimulator, type Simulator } from '../simulator.ts';

type Type = JournalRecord['type'];
type RecordOf<T extends Type> = Extract<JournalRecord, { type: T }>;

/** A simulator of its own, and our own adapters on its real protocols. */
export async function openFloor(settings: Record<string, string> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'pli-floor-'));
  const environment = {
    SIMULATOR_DIR: join(directory, 'simulator'),
    SIMULATOR_POLL_MS: '40',
    SIMULATOR_ACKNOWLEDGE_AFTER_MS: '0',
    SIMULATOR_TRANSIT_AFTER_MS: '0',
    SIMULATOR_DELIVERED_AFTER_MS: '0',
    ...settings,
  };
  const start = (): Promise<Simulator> => startSimulator(simulatorSettings({ ...process.env, ...environment }));
  const floor = {
    ...onFloor(await start()),
    directory,
    environment,
    /** Switches the floor off and on again: it goes on where its journal ends, on other ports. */
    restart: async () => {
      await floor.simulator.stop();
      Object.assign(floor, onFloor(await start()));
    },
    close: async () => {
      await floor.simulator.stop();
      await rm(directory, { recursive: true });
    },
  };
  return floor;
}

/** Our adapters, and questions to the journal of a running simulator. */
export function onFloor(simulator: Simulator) {
  // Over HTTP: the file already shows what is not yet forced to disk, and nobody may act on that.
  const journal = async (): Promise<JournalRecord[]> =>
    parseJournal(await (await fetch(`${simulator.http}/journal`)).text());
  return {
    simulator,
    printer: ippPrinter(simulator.ipp, { submitMs: 10_000, askMs: 10_000 }),
    inserter: hotFolderInserter(simulator.inserter),
    carrier: fileCarrier(simulator.post),
    tracking: suiviTracking({ baseUrl: `${simulator.http}/suivi/v2`, key: 'test' }),
    journal,
    /** The records of one type, so far. */
    records: async <T extends Type>(type: T): Promise<RecordOf<T>[]> =>
      (await journal()).filter((record): record is RecordOf<T> => record.type === type),
    /** Waits until the journal holds such a record. */
    until: async <T extends Type>(
      type: T,
      fits: (record: RecordOf<T>) => boolean = () => true,
    ): Promise<RecordOf<T>> => {
      const isIt = (record: JournalRecord): record is RecordOf<T> =>
        record.type === type && fits(record as RecordOf<T>);
      return new Promise((resolve, reject) => {
        const leave = simulator.listen((record) => {
          if (!isIt(record)) return;
          leave();
          resolve(record);
        });
        journal().then((records) => {
          const known = records.find(isIt);
          if (known) leave();
          if (known) resolve(known);
        }, reject);
      });
    },
    /** What a person sees who walks through the room, at a site, a lot, or into a tray. */
    seen: async (gaze: Record<string, string | number> = {}): Promise<Sight> => {
      const query = Object.entries(gaze).map(([name, value]) => `${name}=${value}`);
      return (await fetch(`${simulator.http}/floor?${query.join('&')}`)).json() as Promise<Sight>;
    },
    /** Turns a knob or orders a fault; gives the status and the answer. */
    post: async (path: string, body: unknown): Promise<{ status: number; body: unknown }> => {
      const response = await fetch(simulator.http + path, { method: 'POST', body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
  };
}

export type Floor = Awaited<ReturnType<typeof openFloor>>;
