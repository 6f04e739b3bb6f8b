import { join } from 'node:path';
import { hotFolder } from '#devices/hot-folder';
import type { Acknowledgement } from '#contracts/acknowledgement';
import { MailError } from '#domain/mail-error';
import { acknowledgementFile, acknowledgementName, countsOf, manifestFile } from '#contracts/machines/carrier-files';
import type { Carrier, Manifest } from './carrier.ts';

/**
 * A carrier that exchanges files: manifests wait in `<folder>/announced`; renaming one into `<folder>/handed-over` is the
 * hand-over; the carrier answers in `<folder>/acknowledged`.
 */
export function fileCarrier(folder: string): Carrier {
  const waiting = hotFolder(join(folder, 'announced'));
  const given = hotFolder(join(folder, 'handed-over'));
  const answers = hotFolder(join(folder, 'acknowledged'));

  async function announce(manifest: Manifest): Promise<void> {
    const { items, ...header } = manifest;
    const text = manifestFile.write({ header: { ...header, declared: countsOf(items) }, lines: [...items] });
    const name = manifestName(manifest.deposit);
    const known = (await given.get(name)) ?? (await waiting.get(name));
    if (known === text) return;
    if (known !== undefined) throw conflict(manifest.deposit);
    await waiting.put(name, text);
  }

  async function handedOver(deposit: string): Promise<boolean> {
    return (await given.get(manifestName(deposit))) !== undefined;
  }

  async function handOver(deposit: string): Promise<void> {
    if (await handedOver(deposit)) return;
    if ((await waiting.get(manifestName(deposit))) === undefined) throw unannounced(deposit);
    await waiting.handTo(manifestName(deposit), given);
  }

  async function acknowledgements(deposit: string, known: ReadonlySet<number> = new Set()): Promise<Acknowledgement[]> {
    const read = new Set([...known].map((part) => acknowledgementName(deposit, part)));
    const found: Acknowledgement[] = [];
    const failures: unknown[] = [];
    for (const file of await answers.list()) {
      if (!file.startsWith(`${deposit}.`) || read.has(file)) continue;
      const text = (await answers.get(file)) ?? '';
      let answer: ReturnType<typeof acknowledgementFile.read>;
      try {
        answer = acknowledgementFile.read(text);
      } catch (error) {
        failures.push(error);
        continue;
      }
      if (answer?.header.deposit !== deposit) continue; // half written
      const { lines } = answer;
      const foundLate = lines.filter((line) => line.kind === 'found');
      found.push({
        ...answer.header,
        missing: lines.filter((line) => line.kind === 'missing'),
        refused: lines.filter((line) => line.kind === 'refused'),
        undeclared: lines.filter((line) => line.kind === 'undeclared'),
        ...(foundLate.length > 0 && { foundLate }),
      });
    }
    // One part that is not understood keeps no other back: it is complained of once the others are known.
    if (failures.length > 0 && found.every(({ part }) => known.has(part))) throw failures[0];
    return found.sort((a, b) => a.part - b.part);
  }

  return {
    announce,
    announced: async (deposit) =>
      (await waiting.get(manifestName(deposit))) !== undefined || (await handedOver(deposit)),
    handOver,
    handedOver,
    acknowledgements,
  };
}

const manifestName = (deposit: string): string => `${deposit}.jsonl`;

function conflict(deposit: string): MailError {
  return new MailError(
    'manifest_conflict',
    `The carrier already has another manifest for deposit ${deposit}. Its trays are sealed: compare the two, and correct by a difference, not by a second manifest.`,
    'never',
  );
}

function unannounced(deposit: string): MailError {
  return new MailError(
    'manifest_not_announced',
    `Deposit ${deposit} has no manifest at the carrier. Announce it, then hand it over.`,
    'never',
  );
}
