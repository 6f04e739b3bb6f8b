import { join } from 'node:path';
import { trackingFile } from '#contracts/machines/carrier-files';
import { hotFolder } from '#devices/hot-folder';
import { suiviEvent } from './suivi-event.ts';
import type { TrackingEvent } from './tracking.ts';

/** What a carrier tells of its tracked items unasked: files in `<folder>/tracking`, each written once. */
export interface TrackingFiles {
  /** The names of all files, in name order. */
  list(): Promise<string[]>;
  /** The events of a file, in its order; undefined while it is half written. ZodError or SyntaxError when it is whole and wrong. */
  read(name: string): Promise<TrackingEvent[] | undefined>;
}

/** The tracking files of the carrier whose folder this is. */
export function trackingFiles(folder: string): TrackingFiles {
  const files = hotFolder(join(folder, 'tracking'));
  return {
    list: () => files.list(),
    async read(name) {
      const file = trackingFile.read((await files.get(name)) ?? '');
      return file?.lines.flatMap(({ number, code, label, at }) => suiviEvent(number, { code, label, date: at }) ?? []);
    },
  };
}
