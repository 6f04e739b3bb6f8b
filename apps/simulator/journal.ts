import { open, readFile, truncate, type FileHandle } from 'node:fs/promises';
import { parseJournal, type JournalEntry, type JournalRecord } from '#contracts/simulator-journal';

/** A memory of the floor: rebuilt by listening to every record from the first one. */
export type Listener = (record: JournalRecord) => void;

interface Waiting {
  entries: readonly JournalEntry[];
  done: (records: JournalRecord[]) => void;
  failed: (error: unknown) => void;
}

/**
 * The simulator's own journal. A record exists once it is forced to disk; only then do the memories hear of it, so after a
 * SIGKILL they know exactly what the file says.
 */
export class Journal {
  readonly #file: FileHandle;
  readonly #listeners = new Set<Listener>();
  #next: number;
  #forced: number;
  #queue: Waiting[] = [];
  #writing: Promise<void> | undefined;

  private constructor(file: FileHandle, next: number) {
    this.#file = file;
    this.#next = next;
    this.#forced = next - 1;
  }

  /** Opens or begins the journal at `path`, cuts a torn last line off, and tells all that it holds to the memories. */
  static async open(path: string, memories: readonly Listener[]): Promise<Journal> {
    const text = await readFile(path, 'utf8').catch(() => '');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
    const records = parseJournal(whole);
    for (const record of records) for (const memory of memories) memory(record);
    const journal = new Journal(await open(path, 'a'), (records.at(-1)?.n ?? 0) + 1);
    for (const memory of memories) journal.#listeners.add(memory);
    return journal;
  }

  /** How many records are on disk. */
  get length(): number {
    return this.#forced;
  }

  /** Appends the entries together, in their order; resolves when they are on disk and remembered. */
  append(...entries: readonly JournalEntry[]): Promise<JournalRecord[]> {
    return new Promise((done, failed) => {
      this.#queue.push({ entries, done, failed });
      this.#writing ??= this.#write();
    });
  }

  /** Hears every record from now on; gives the way to stop hearing. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  /** All that waits is written with one forced write: the floor's machines share the price of the disk. */
  async #write(): Promise<void> {
    await Promise.resolve(); // whoever appends in the same turn comes along, and #writing is set before it is cleared
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0);
      const at = new Date().toISOString();
      const written = batch.map(({ entries }) => entries.map((entry) => ({ n: this.#next++, at, ...entry })));
      try {
        await this.#file.appendFile(
          written
            .flat()
            .map((record) => JSON.stringify(record) + '\n')
            .join(''),
        );
        await this.#file.datasync();
      } catch (error) {
        batch.forEach(({ failed }) => failed(error));
        continue;
      }
      this.#forced = this.#next - 1;
      for (const record of written.flat()) for (const listener of this.#listeners) listener(record);
      batch.forEach(({ done }, i) => done(written[i] ?? []));
    }
    this.#writing = undefined; // in the same breath as the empty queue: whoever comes next begins anew
  }
}
