import { acknowledgementFile, acknowledgementName, countsOf } from '#contracts/machines/carrier-files';
import type { Folder } from './folder.ts';
import type { PostParts } from './post.ts';
import { partsOf, type AcceptedItem, type Deposit } from './received.ts';

/** Writes those parts of the acknowledgement whose time has come; the last one first when the post mixes them up. */
export async function acknowledge({ journal, knobs }: PostParts, deposit: Deposit, answers: Folder): Promise<void> {
  const { acceptedAt, lateMs, restMs, written, reversed } = deposit;
  if (acceptedAt === undefined || deposit.acknowledgedAt !== undefined) return;
  const first = Date.parse(acceptedAt) + knobs.acknowledgeAfterMs + lateMs;
  const parts = Array.from({ length: partsOf(deposit) }, (_, i) => i + 1);
  const order = reversed ? parts.reverse() : parts;
  for (const [i, part] of order.entries()) {
    if (Date.now() < first + (i === 0 ? 0 : restMs)) return;
    if (written.has(part)) continue;
    const last = part === order.length;
    await answers.put(acknowledgementName(deposit.deposit, part), partText(deposit, acceptedAt, part, last));
    await journal.append({ type: 'acknowledgement_written', deposit: deposit.deposit, part, last });
  }
}

/** The same text however often it is written: a restart may find the file in place and not journalled. */
function partText(deposit: Deposit, acceptedAt: string, part: number, last: boolean): string {
  const all = outcomes(deposit);
  const half = Math.ceil(all.length / 2);
  const told = all.filter(({ tray }, i) => {
    if (deposit.cut === 'by_tray') return tray === deposit.trays[part - 1];
    return deposit.cut === 'whole' || i < half === (part === 1);
  });
  const found = foundOf(told.flatMap(({ counted }) => counted ?? []));
  return acknowledgementFile.write({
    header: { deposit: deposit.deposit, part, last, acceptedAt, found },
    lines: told.flatMap(({ line }) => line ?? []),
  });
}

type Line = Parameters<typeof acknowledgementFile.write>[0]['lines'][number];

/** What became of each item: counted, or a line of its own. One that the manifest does not know has no product to be counted under. */
function outcomes({ items, missing, refused }: Deposit): { tray: number; counted?: AcceptedItem; line?: Line }[] {
  return [
    ...items.map((item) => {
      const { tray, windowCode, declared } = item;
      return declared ? { tray, counted: item } : { tray, line: { kind: 'undeclared' as const, tray, windowCode } };
    }),
    ...missing.map(({ tray, windowCode }) => ({ tray, line: { kind: 'missing' as const, tray, windowCode } })),
    ...refused.map((item) => ({ tray: item.tray, line: { kind: 'refused' as const, ...item } })),
  ];
}

const foundOf = (items: readonly AcceptedItem[]): ReturnType<typeof countsOf> =>
  countsOf(items.flatMap(({ product, band }) => (product !== null && band !== null ? { product, band } : [])));

/** What was missing turns up after the last part: the post has it now, and says so in a supplement of its own. */
export async function tellWhatWasFound(
  { journal, inserted }: PostParts,
  deposit: Deposit,
  answers: Folder,
): Promise<void> {
  const since = Date.parse(deposit.acknowledgedAt ?? '');
  for (const [envelope, ms] of deposit.toFind) {
    const { windowCode } = inserted.envelopes.get(envelope) ?? {};
    const item = deposit.missing.find((each) => each.windowCode === windowCode);
    if (!item || !(Date.now() >= since + ms)) continue;
    const name = deposit.deposit;
    await journal.append({ type: 'item_accepted', deposit: name, envelope, ...item, declared: true, late: true });
  }
  for (const [i, item] of deposit.found.entries()) {
    if (i < deposit.supplements || item.windowCode === null) continue;
    const part = partsOf(deposit) + i + 1;
    const { tray, windowCode, at: acceptedAt } = item;
    const text = acknowledgementFile.write({
      header: { deposit: deposit.deposit, part, last: true, supplement: true, acceptedAt, found: foundOf([item]) },
      lines: [{ kind: 'found', tray, windowCode }],
    });
    await answers.put(acknowledgementName(deposit.deposit, part), text);
    const written = { type: 'acknowledgement_written', deposit: deposit.deposit, part, last: true } as const;
    await journal.append({ ...written, supplement: true });
  }
}
