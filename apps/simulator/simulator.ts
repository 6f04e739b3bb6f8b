import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { textCamera } from './camera.ts';
import { controlServer } from './control.ts';
import { Faults } from './faults.ts';
import { Inserted } from './inserted.ts';
import { runInserter } from './inserter.ts';
import { IppPrinter } from './ipp-printer.ts';
import { ippServer } from './ipp-server.ts';
import { Journal, type Listener } from './journal.ts';
import { Bell } from './pace.ts';
import { runPost } from './post.ts';
import { runPrintEngine } from './print-engine.ts';
import { opticalCamera } from './optical-camera.ts';
import { Printed } from './printed.ts';
import { Received } from './received.ts';
import type { Settings } from './settings.ts';
import { openSpool } from './spool.ts';

export interface Simulator {
  /** The printer's address. */
  readonly ipp: string;
  /** Address of the control API; the post's tracking is under `/suivi/v2`. */
  readonly http: string;
  readonly inserter: string;
  readonly post: string;
  readonly journalPath: string;
  /** Hears every record from now on; gives the way to stop hearing. */
  listen(listener: Listener): () => void;
  /** Stops between two sheets and two envelopes. Rejects with whatever broke a machine. */
  stop(): Promise<void>;
  /** Rejects when a machine breaks (a full disk, a lost folder): the simulator must not go on half alive. */
  readonly broken: Promise<never>;
}

/** Starts the whole floor on the given directory and goes on where its journal ends. */
export async function startSimulator(settings: Settings): Promise<Simulator> {
  const { directory, host, knobs, pollMs } = settings;
  await mkdir(directory, { recursive: true });
  const journalPath = join(directory, 'journal.jsonl');
  const printed = new Printed();
  const inserted = new Inserted();
  const received = new Received();
  const faults = new Faults();
  let epoch: number | undefined;
  const firstMoment: Listener = ({ at }) => void (epoch ??= Date.parse(at));
  const journal = await Journal.open(journalPath, [
    firstMoment,
    printed.hear,
    inserted.hear,
    received.hear,
    faults.hear,
  ]);
  await journal.append({ type: 'started' });
  const spool = await openSpool(join(directory, 'spool'));
  const bell = new Bell();
  const addresses = { ipp: '', http: '' };
  const camera = settings.camera === 'optical' ? opticalCamera(settings.pdftoppm) : textCamera(settings.pdftotext);

  const shared = { journal, printed, inserted, received, faults, knobs, pollMs };
  const printer = new IppPrinter({
    ...shared,
    spool,
    bell,
    epoch: epoch ?? Date.now(),
    uri: () => addresses.ipp,
    webUri: () => addresses.http,
  });
  const ipp = ippServer(printer);
  const control = controlServer({ ...shared, journalPath, okapiKey: settings.okapiKey });
  addresses.ipp = `ipp://${await listening(ipp, host, settings.ippPort)}/ipp/print`;
  addresses.http = `http://${await listening(control, host, settings.httpPort)}`;

  const stopping = new AbortController();
  const machines = [
    runPrintEngine({ ...shared, camera, bell, spooled: (jobId) => spool.path(jobId) }, stopping.signal),
    runInserter({ ...shared, folder: settings.inserterFolder }, stopping.signal),
    runPost({ ...shared, folder: settings.postFolder }, stopping.signal),
  ];
  const broken = new Promise<never>((_, reject) => void Promise.all(machines).catch(reject));
  broken.catch(() => undefined); // heard by whoever asked for it; never an unhandled rejection

  return {
    ipp: addresses.ipp,
    http: addresses.http,
    inserter: settings.inserterFolder,
    post: settings.postFolder,
    journalPath,
    listen: (listener) => journal.listen(listener),
    broken,
    stop: async () => {
      stopping.abort();
      await Promise.all([closed(ipp), closed(control)]);
      const ends = await Promise.allSettled(machines);
      await journal.close();
      const failure = ends.find((end) => end.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}

async function listening(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return `${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
