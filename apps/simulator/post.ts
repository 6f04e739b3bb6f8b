import { join } from 'node:path';
import { openFolder } from './folder.ts';
import type { Faults } from './faults.ts';
import type { Inserted } from './inserted.ts';
import type { Journal } from './journal.ts';
import { rest } from './pace.ts';
import { acknowledge, tellWhatWasFound } from './post-answering.ts';
import { take } from './post-counting.ts';
import { moveItems } from './post-moving.ts';
import { writePage, tellByFile } from './post-telling.ts';
import type { Received } from './received.ts';
import type { Knobs } from './settings.ts';

export interface PostParts {
  journal: Journal;
  inserted: Inserted;
  received: Received;
  faults: Faults;
  knobs: Knobs;
  folder: string;
  pollMs: number;
}

/**
 * The post: takes each manifest with the trays it names, counts the envelopes that really lie in them, acknowledges after a while, moves its
 * registered items along and tells of them. Every step is journalled, so a restart accepts nothing twice.
 */
export async function runPost(parts: PostParts, stop: AbortSignal): Promise<void> {
  const { received, folder, pollMs } = parts;
  const given = await openFolder(join(folder, 'handed-over'));
  const answers = await openFolder(join(folder, 'acknowledged'));
  const tracking = await openFolder(join(folder, 'tracking'));
  if (received.page) await writePage(tracking, received.page); // perhaps killed before it was in place
  while (!stop.aborted) {
    for (const file of await given.names()) {
      const known = received.deposits.get(file.replace(/\.jsonl$/, ''));
      if (known?.acceptedAt === undefined) await take(parts, await given.text(file));
    }
    for (const deposit of received.deposits.values()) {
      await acknowledge(parts, deposit, answers);
      await tellWhatWasFound(parts, deposit, answers);
    }
    await moveItems(parts);
    await tellByFile(parts, tracking);
    await rest(pollMs, stop);
  }
}
