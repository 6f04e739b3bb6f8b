import { join } from 'node:path';
import type { JournalEntry } from '#contracts/simulator-journal';
import { acknowledgementFile, acknowledgementName, countsOf, manifestFile } from '#contracts/machines/carrier-files';
import { readMark } from '#domain/marks';
import { happened, type Faults } from './faults.ts';
import { openFolder, type Folder } from './folder.ts';
import type { Inserted } from './inserted.ts';
import type { Journal } from './journal.ts';
import { rest } from './pace.ts';
import type { Deposit, Received } from './received.ts';
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
 * The post: takes each manifest with the trays it names, counts the envelopes that really lie in them, acknowledges after a while
 * and moves its registered items along. Every step is journalled, so a restart accepts nothing twice.
 */
export async function runPost(parts: PostParts, stop: AbortSignal): Promise<void> {
  const { received, folder, pollMs } = parts;
  const given = await openFolder(join(folder, 'handed-over'));
  const answers = await openFolder(join(folder, 'acknowledged'));
  while (!stop.aborted) {
    for (const file of await given.names()) {
      const known = received.deposits.get(file.replace(/\.jsonl$/, ''));
      if (known?.acceptedAt === undefined) await take(parts, await given.text(file));
    }
    for (const deposit of received.deposits.values()) await acknowledge(parts, deposit, answers);
    await moveItems(parts);
    await rest(pollMs, stop);
  }
}

/** Counts what lies in the trays, against the manifest. */
async function take({ journal, inserted, received, faults }: PostParts, text: string): Promise<void> {
  const manifest = readManifest(text);
  if (!manifest) return;
  const { deposit, site } = manifest.header;
  const trays = [...new Set(manifest.lines.map(({ tray }) => tray))].sort((a, b) => a - b);
  if (!received.deposits.has(deposit)) {
    await journal.append({ type: 'manifest_taken', deposit, site, items: manifest.lines.length, trays });
    await perhapsLose({ journal, inserted, faults }, site, trays);
  }
  // What was accepted before a restart is found again in the memory, not in the trays.
  const taken = received.deposits.get(deposit)?.items ?? [];
  const open = manifest.lines.filter(({ windowCode }) => !taken.some((item) => item.windowCode === windowCode));
  const entries: JournalEntry[] = [];
  for (const tray of trays)
    for (const { n, windowCode } of inserted.inTray(site, tray)) {
      const at = open.findIndex((item) => item.windowCode === windowCode);
      const [item] = at < 0 ? [] : open.splice(at, 1);
      entries.push({ type: 'item_accepted', deposit, envelope: n, windowCode, tray, ...postage(item) });
    }
  const known = received.deposits.get(deposit)?.missing ?? [];
  const missing = open.filter(({ windowCode }) => !known.some((each) => each.windowCode === windowCode));
  for (const { tray, windowCode } of missing) entries.push({ type: 'item_missing', deposit, windowCode, tray });
  const accepted = taken.length + entries.filter(({ type }) => type === 'item_accepted').length;
  await journal.append(...entries, { type: 'deposit_accepted', deposit, accepted, missing: open.length });
}

function readManifest(text: string): ReturnType<typeof manifestFile.read> {
  try {
    return manifestFile.read(text);
  } catch {
    return undefined;
  }
}

type ManifestLine = NonNullable<ReturnType<typeof manifestFile.read>>['lines'][number];

function postage(
  item: ManifestLine | undefined,
): Pick<Extract<JournalEntry, { type: 'item_accepted' }>, 'product' | 'band' | 'registeredNumber' | 'declared'> {
  if (!item) return { product: null, band: null, registeredNumber: null, declared: false };
  const { product, band, registeredNumber } = item;
  return { product, band, registeredNumber, declared: true };
}

async function perhapsLose(
  { journal, inserted, faults }: Pick<PostParts, 'journal' | 'inserted' | 'faults'>,
  site: string,
  trays: readonly number[],
): Promise<void> {
  for (const tray of trays)
    for (const { n, windowCode } of inserted.inTray(site, tray)) {
      const mark = windowCode === null ? undefined : readMark(windowCode);
      const name = { site, lot: mark?.kind === 'window' ? mark.lot : 0 };
      const fault = faults.awaiting('lose', name);
      if (fault) await journal.append(happened(fault, name, { envelope: n }));
    }
}

/** Writes the acknowledgement once its time has come: whole, or an instalment a tray. */
async function acknowledge({ journal, knobs }: PostParts, deposit: Deposit, answers: Folder): Promise<void> {
  const { acceptedAt } = deposit;
  if (acceptedAt === undefined || deposit.lastPartWritten) return;
  if (Date.now() < Date.parse(acceptedAt) + knobs.acknowledgeAfterMs) return;
  const parts = knobs.acknowledge === 'by_tray' ? deposit.trays.map((tray) => [tray]) : [[...deposit.trays]];
  for (const [i, trays] of parts.entries()) {
    const part = i + 1;
    if (part <= deposit.parts) continue;
    const last = part >= parts.length;
    const items = deposit.items.filter(({ tray }) => trays.includes(tray));
    const declared = items.flatMap(({ product, band }) => (product !== null && band !== null ? { product, band } : []));
    const content = acknowledgementFile.write({
      header: { deposit: deposit.deposit, part, last, acceptedAt, found: countsOf(declared) },
      lines: [
        ...deposit.missing
          .filter(({ tray }) => trays.includes(tray))
          .map((item) => ({ kind: 'missing' as const, ...item })),
        ...items
          .filter((item) => !item.declared)
          .map(({ tray, windowCode }) => ({ kind: 'undeclared' as const, tray, windowCode })),
      ],
    });
    await answers.put(acknowledgementName(deposit.deposit, part), content);
    await journal.append({ type: 'acknowledgement_written', deposit: deposit.deposit, part, last });
  }
}

/** The way of a registered item: taken in charge, in transit, delivered; each once, when its time after the count has come. */
async function moveItems({ journal, received, knobs }: PostParts): Promise<void> {
  const now = Date.now();
  const due: JournalEntry[] = [];
  for (const { number, deposit, events } of received.numbers.values()) {
    const since = Date.parse(received.deposits.get(deposit)?.acceptedAt ?? '');
    const way = [
      { code: 'PC1', label: 'Votre courrier est pris en charge.', after: 0 },
      { code: 'ET1', label: 'Votre courrier est en cours d’acheminement.', after: knobs.transitAfterMs },
      { code: 'DI1', label: 'Votre courrier a été distribué.', after: knobs.deliveredAfterMs },
    ];
    for (const { code, label, after } of way.slice(events.length))
      if (now >= since + after) due.push({ type: 'tracking', number, deposit, code, label });
  }
  if (due.length > 0) await journal.append(...due);
}
