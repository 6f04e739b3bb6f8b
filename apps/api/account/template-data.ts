import { createContext, Script, type Context } from 'node:vm';
import { Injectable } from '@nestjs/common';
import { mayRunForEver } from '#documents/schema-cost';
import { dataCheck, type DataFault } from '#documents/template';

type Check = (data: unknown) => DataFault[];

/** Milliseconds for the data of one call. An honest letter takes some hundredths of one; a hostile pattern would take for ever. */
const MOST_MS = 2000;

/**
 * Checks letters' data against the JSON Schemas of template versions. Schemas are customers' own: those that could run for ever do so
 * under a watchdog, which costs some milliseconds a call. A version never changes: its compiled check is kept.
 */
@Injectable()
export class TemplateData {
  private readonly checks = new Map<string, { check: Check; costly: boolean }>();
  private readonly room: Context & { work?: () => void } = createContext({ work: undefined });
  private readonly script = new Script('work()');

  knows(versionId: string): boolean {
    return this.checks.has(versionId);
  }

  learn(versionId: string, schema: object): void {
    if (this.checks.size >= 500) this.checks.delete(this.checks.keys().next().value ?? '');
    this.checks.set(versionId, { check: dataCheck(schema), costly: mayRunForEver(schema) });
  }

  /** Faults of each item, in order; undefined when checking took too long. */
  faultsOf(items: readonly { versionId: string; data: unknown }[]): DataFault[][] | undefined {
    if (items.length === 0) return [];
    const found: DataFault[][] = [];
    const known = items.map(({ versionId, data }) => ({
      ...(this.checks.get(versionId) as { check: Check; costly: boolean }),
      data,
    }));
    const work = () => {
      for (const { check, data } of known) found.push(check(data));
    };
    if (!known.some((item) => item.costly)) {
      work();
      return found;
    }
    this.room.work = work;
    try {
      this.script.runInContext(this.room, { timeout: MOST_MS });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
      throw error;
    } finally {
      this.room.work = undefined as never;
    }
    return found;
  }
}
