import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseJournal, type JournalRecord } from '#contracts/simulator-journal';

/** The simulator's journal, read as a person looks at the floor: what came out of the machines. It is on disk while the simulator is dead. */
export class JournalWatch {
  readonly #file: string;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#file = join(environment.SIMULATOR_DIR ?? '', 'journal.jsonl');
  }

  read(): JournalRecord[] {
    return existsSync(this.#file) ? parseJournal(readFileSync(this.#file, 'utf8')) : [];
  }

  /** Waits for a record that is not there yet; false when none came in time. Tells within milliseconds. */
  async next(wanted: (record: JournalRecord) => boolean, patienceMs: number): Promise<boolean> {
    let size = this.#size();
    const seen = this.read().length;
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await delay(2)) {
      if (this.#size() === size) continue;
      size = this.#size();
      if (this.read().slice(seen).some(wanted)) return true;
    }
    return false;
  }

  #size(): number {
    return existsSync(this.#file) ? statSync(this.#file).size : 0;
  }
}
