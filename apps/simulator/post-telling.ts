import { trackingFile } from '#contracts/machines/carrier-files';
import type { Folder } from './folder.ts';
import type { PostParts } from './post.ts';
import type { TrackingPage } from './received.ts';

/**
 * Tells by file what happened to registered items since the file before. What a file holds is journalled before it is written, so that a
 * restart writes the same file and never a longer one.
 */
export async function tellByFile({ journal, received, knobs }: PostParts, folder: Folder): Promise<void> {
  const upTo = received.untold.at(-1)?.n;
  if (upTo === undefined || knobs.tracking === 'poll') return;
  await journal.append({ type: 'tracking_told', file: (received.page?.file ?? 0) + 1, upTo });
  if (received.page) await writePage(folder, received.page);
}

/** Puts the file in place, once: its name holds its hour, so that no later one bears it. */
export async function writePage(folder: Folder, { file, at, lines }: TrackingPage): Promise<void> {
  const name = `${at.replace(/[^0-9]/g, '')}-${String(file).padStart(6, '0')}.jsonl`;
  if ((await folder.names()).includes(name)) return;
  const told = lines.map(({ number, code, label, at: when }) => ({ number, code, label, at: when }));
  await folder.put(name, trackingFile.write({ header: { writtenAt: at }, lines: told }));
}
