import type { JournalEntry } from '#contracts/simulator-journal';
import { manifestFile } from '#contracts/machines/carrier-files';
import { readMark } from '#domain/marks';
import { happened, type ArmedFault, type LotName } from './faults.ts';
import type { Envelope } from './inserted.ts';
import type { PostParts } from './post.ts';
import type { Deposit } from './received.ts';

type Manifest = NonNullable<ReturnType<typeof manifestFile.read>>;
type ManifestLine = Manifest['lines'][number];

/** Why the post hands an envelope back, in its own words. */
const refusal = 'Affranchissement illisible';

/** Takes a manifest and counts what lies in its trays against it. A file that is half written, or no manifest, is left for later. */
export async function take(parts: PostParts, text: string): Promise<void> {
  const { journal, inserted, received } = parts;
  const manifest = readManifest(text);
  if (!manifest) return;
  const { deposit: name, site } = manifest.header;
  const trays = [...new Set(manifest.lines.map(({ tray }) => tray))].sort((a, b) => a - b);
  if (!received.deposits.has(name))
    await journal.append({ type: 'manifest_taken', deposit: name, site, items: manifest.lines.length, trays });
  const deposit = received.deposits.get(name);
  if (!deposit) return;
  const lying = (): Envelope[] => trays.flatMap((tray) => inserted.inTray(site, tray));
  const begun = deposit.items.length + deposit.missing.length + deposit.refused.length > 0;
  if (!begun) await mishaps(parts, deposit, lying, manifest.lines);

  // What was counted before a restart is found again in the memory, not in the trays.
  const counted = new Set([...deposit.items, ...deposit.missing, ...deposit.refused].map((item) => item.windowCode));
  const open = manifest.lines.filter(({ windowCode }) => !counted.has(windowCode));
  const entries: JournalEntry[] = [];
  for (const { n, windowCode, tray } of lying()) {
    if (tray === null) continue;
    const at = open.findIndex((item) => item.windowCode === windowCode);
    const [item] = at < 0 ? [] : open.splice(at, 1);
    if (windowCode !== null && deposit.toRefuse.has(n))
      entries.push({ type: 'item_refused', deposit: name, envelope: n, windowCode, tray, reason: refusal });
    else entries.push({ type: 'item_accepted', deposit: name, envelope: n, windowCode, tray, ...postage(item) });
  }
  for (const { tray, windowCode, product, band, registeredNumber } of open)
    entries.push({ type: 'item_missing', deposit: name, windowCode, tray, product, band, registeredNumber });
  const of = (type: JournalEntry['type']) => entries.filter((entry) => entry.type === type).length;
  await journal.append(...entries, {
    type: 'deposit_accepted',
    deposit: name,
    accepted: deposit.items.length + of('item_accepted'),
    missing: deposit.missing.length + of('item_missing'),
    refused: deposit.refused.length + of('item_refused'),
    parts: cutOf(parts, deposit),
  });
}

function readManifest(text: string): Manifest | undefined {
  try {
    return manifestFile.read(text);
  } catch {
    return undefined;
  }
}

function postage(
  item: ManifestLine | undefined,
): Pick<Extract<JournalEntry, { type: 'item_accepted' }>, 'product' | 'band' | 'registeredNumber' | 'declared'> {
  if (!item) return { product: null, band: null, registeredNumber: null, declared: false };
  const { product, band, registeredNumber } = item;
  return { product, band, registeredNumber, declared: true };
}

/** The whole count is cut as the knob says; when its parts shall come apart, there must be at least two. */
function cutOf({ knobs }: PostParts, { restMs, reversed, trays }: Deposit): Deposit['cut'] {
  if (restMs === 0 && !reversed) return knobs.acknowledge;
  return trays.length > 1 ? 'by_tray' : 'halves';
}

/** How long a mishap lasts when nobody said (ms). A lost envelope is then never found. */
const usual = { late_acknowledgement: 5000, partial_acknowledgement: 1000, reordered_acknowledgement: 1000 } as const;

/** Decides, before the first item is counted, what befalls this deposit; each mishap is journalled before it happens. */
async function mishaps(
  { journal, faults }: PostParts,
  { deposit, site }: Deposit,
  lying: () => Envelope[],
  declared: readonly ManifestLine[],
): Promise<void> {
  for (const fault of ['lose', 'refuse'] as const) {
    const awaited = lying().filter(
      ({ lot, windowCode }) => windowCode !== null && faults.awaiting(fault, { site, lot }),
    );
    const envelope = awaited.find(({ troubled }) => !troubled) ?? awaited[0];
    const armed = envelope && faults.awaiting(fault, { site, lot: envelope.lot });
    if (envelope && armed)
      await journal.append(happened(armed, envelope, { deposit, envelope: envelope.n, ...lasting(armed) }));
  }
  const lots = [...new Set(declared.map(({ windowCode }) => lotShown(windowCode)))].map((lot) => ({ site, lot }));
  for (const [fault, ms] of Object.entries(usual) as [keyof typeof usual, number][]) {
    const lot = lots.find((each) => faults.awaiting(fault, each));
    const armed = lot && faults.awaiting(fault, lot);
    if (armed) await journal.append(happened(armed, lot, { deposit, ms, ...lasting(armed) }));
  }
}

const lasting = ({ ms }: ArmedFault): { ms?: number } => (ms === null ? {} : { ms });

/** The lot that a window code names; 0 for what is no code of a window. */
export function lotShown(windowCode: string | null): LotName['lot'] {
  const mark = windowCode === null ? undefined : readMark(windowCode);
  return mark?.kind === 'window' ? mark.lot : 0;
}
