import type { LetterWarning } from '#domain/letter-warnings';
import { MailError } from '#domain/mail-error';
import type { ProductionData } from '#database/production/production-data';
import type { ComposeRequest, DrawnPages } from '#documents/compose-request';
import { countPages, type Part } from '#documents/sheets';
import { accountBlobs, type BlobOwner } from '#storage/blobs';
import type { ComposeDeps } from './deps.ts';
import type { Judged } from './judge-letter.ts';
import { changesByAddressPage } from './letter-warnings.ts';
import type { WaitingLetter } from './letters-of-portion.ts';
import { requestOf } from './request-of.ts';
import { storedCompositions } from './stored-compositions.ts';

/** A letter's pages: bytes to be stored, or the address of bytes that are stored already (same template, data and fonts). */
export interface Composition {
  key: string;
  pdf: Uint8Array;
  /** Undefined: composed just now. */
  blob: string | undefined;
  parts: readonly Part[];
  sheets: number;
  sheetCodeZones: readonly number[];
  /** Of its pages; what the judging adds is beside it. */
  warnings: readonly LetterWarning[];
}
/**
 * `refused`: it cannot be printed and ends; `drawn` are its pages as far as there are any to look at. `stuck`: no fault of the letter's; it
 * waits until that is mended.
 */
export type MadeLetter = { letter: WaitingLetter } & (
  | { composition: Composition; judged: Judged; warnings: readonly LetterWarning[] }
  | { refused: MailError; drawn?: DrawnPages | undefined }
  | { stuck: unknown }
);

/** Faults of the site's set-up or store: no letter ends for them; they wait until a person has mended it. */
const siteFaults = new Set([
  'profile_not_valid',
  'postage_not_valid',
  'paper_not_stocked',
  'blob_missing',
  'blob_damaged',
]);

/**
 * Composes what is not stored yet, and judges each letter. Letters of one account; results in their order. One that cannot be dealt with,
 * for whatever reason, holds none of the others back.
 * @throws MailError (later) when nothing can be composed at all
 */
export async function makeLetters(
  deps: ComposeDeps,
  siteId: string,
  letters: readonly WaitingLetter[],
  data: Pick<ProductionData, 'geometry' | 'envelopes'>,
  judge: (letter: WaitingLetter, sheets: number) => Judged,
): Promise<MadeLetter[]> {
  const { account_id, mode } = letters[0] as WaitingLetter;
  const owner = accountBlobs(account_id, mode);
  const read = (blob: string) => deps.records.read(siteId, (sql) => deps.blobs.read(sql, owner, blob));
  const documents = new Map<string, Promise<Uint8Array>>();
  const bytesOf = ({ blob }: { blob: string }): Promise<Uint8Array> => {
    const bytes = documents.get(blob) ?? read(blob);
    documents.set(blob, bytes);
    return bytes;
  };

  const requests = await Promise.all(letters.map((letter) => attempt(() => requestOf(letter, data, bytesOf))));
  const compositions = await composeAll(deps, siteId, owner, requests, read);
  return letters.map((letter, i): MadeLetter => {
    const composition = compositions[i] as Composition | Fault;
    if (composition instanceof Fault) return { letter, ...composition.told() };
    const judged = attemptNow(() => judge(letter, composition.sheets));
    if (judged instanceof Fault) {
      const told = judged.told();
      const drawn = { pdf: composition.pdf, pages: countPages(composition.parts) };
      return { letter, ...('refused' in told ? { ...told, drawn } : told) };
    }
    const warnings = [
      ...composition.warnings,
      ...changesByAddressPage(composition, judged, (sheets) => judge(letter, sheets)),
    ];
    return { letter, composition, judged, warnings };
  });
}

async function composeAll(
  { records, blobs, composer }: ComposeDeps,
  siteId: string,
  owner: BlobOwner,
  requests: readonly (ComposeRequest | Fault)[],
  read: (blob: string) => Promise<Buffer>,
): Promise<(Composition | Fault)[]> {
  const hashes = requests.map((request) => (request instanceof Fault ? '' : composer.key(request)));
  // Kept under the account's key alone: a plain hash would still tell guesses (a name, an amount) when the letter is erased.
  const { keys, known } = await records.read(siteId, async (sql) => {
    const keys = await blobs.keyedNames(sql, owner, hashes);
    return { keys, known: await storedCompositions(sql, owner.id, keys) };
  });
  const keyed = requests.map((request, i) =>
    request instanceof Fault ? request : { request, key: keys[i] as string },
  );
  // Two letters of a portion with the same key are one composition.
  const missing = new Map(
    keyed.flatMap((one) => (one instanceof Fault || known.has(one.key) ? [] : [[one.key, one.request] as const])),
  );
  const results =
    missing.size === 0 ? [] : await composer.compose({ accountId: owner.id, letters: [...missing.values()] });
  const fresh = new Map([...missing.keys()].map((key, i) => [key, results[i]] as const));
  return Promise.all(
    keyed.map(async (one): Promise<Composition | Fault> => {
      if (one instanceof Fault) return one;
      const stored = known.get(one.key);
      if (stored) return { key: one.key, pdf: await read(stored.blob), ...stored };
      const result = fresh.get(one.key);
      if (result === undefined) throw new Error('the composer answered fewer letters than it was given');
      if (!result.ok) return new Fault(result.error, result.drawn);
      const { pdf, parts, sheets, sheetCodeZones, warnings } = result;
      return { key: one.key, pdf, blob: undefined, parts, sheets, sheetCodeZones, warnings };
    }),
  );
}

/** What came in a letter's way. */
class Fault {
  constructor(
    private readonly error: unknown,
    private readonly drawn?: DrawnPages,
  ) {}

  told(): { refused: MailError; drawn: DrawnPages | undefined } | { stuck: unknown } {
    const { error, drawn } = this;
    const ends = error instanceof MailError && error.retry === 'never' && !siteFaults.has(error.code);
    return ends ? { refused: error, drawn } : { stuck: error };
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<T | Fault> {
  try {
    return await work();
  } catch (error) {
    return new Fault(error);
  }
}

function attemptNow<T>(work: () => T): T | Fault {
  try {
    return work();
  } catch (error) {
    return new Fault(error);
  }
}
