import type { Secrets } from './secrets.ts';

export type PartName = 'postgres' | 'valkey' | 'temporal' | 'simulator' | 'api' | 'worker';

/** Everything the launcher must know of a part: one description each, beside this file. */
export interface Part {
  readonly name: PartName;
  /** The ports it listens on, by name, with the number that is tried first in the instance `main`. */
  readonly ports: Readonly<Record<string, number>>;
  /** What must be there before the process starts: folders, an initialised database cluster. */
  prepare?(place: Place): Promise<void>;
  command(place: Place): Command;
  /** Asked again and again until it says true: can others use the part now? May set up what the part lacks. */
  isReady(place: Place): Promise<boolean>;
  /** What the part offers to the others, as environment variables. */
  offers(place: Place): Record<string, string>;
  /** SIGINT is PostgreSQL's fast shutdown; the others end well on SIGTERM. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
  /** Seconds: how long a start may take, how long an orderly end may take before SIGKILL. */
  readonly patience: { readonly start: number; readonly stop: number };
}

/** Where a part runs: one instance, its folder, its ports and what the parts before it offer. */
export interface Place {
  readonly instance: string;
  readonly folder: string;
  readonly secrets: Secrets;
  readonly environment: Readonly<Record<string, string>>;
  /** false: PostgreSQL may lose data when the machine dies (tests only). */
  readonly durable: boolean;
  /** true: Temporal may skip time where a test asks for it (tests only). */
  readonly timeSkipping: boolean;
  port(name: string): number;
  logFile(part: PartName): string;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The system user to run as; without it, ours. */
  readonly user?: string;
  /** How far it steps back when the processor is short (0 to 19, as `nice`); without it, not at all. */
  readonly niceness?: number;
}
