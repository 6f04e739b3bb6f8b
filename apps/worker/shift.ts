import type { Server } from 'node:http';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { MailWorkers } from './workers.ts';

/** Something that works beside the workers until it is told to stop: the relay, a watcher of machines. */
export interface Rounds {
  /** Ends the round under way, begins no other. */
  stop(): Promise<void>;
}

/** What is open, in the order in which it was opened. */
export interface OpenParts {
  database: DataSource;
  workers: MailWorkers | undefined;
  rounds: readonly Rounds[];
  closeLast: readonly (() => Promise<void>)[];
  health: Server | undefined;
}

/** Everything this process does, and the one orderly way to end it. */
@Injectable()
export class Shift implements OnApplicationShutdown {
  constructor(private readonly open: OpenParts) {}

  /** Ends when the workers end; fails when one of them fails. */
  async ended(): Promise<void> {
    await this.open.workers?.ended();
  }

  async onApplicationShutdown(): Promise<void> {
    this.open.health?.close();
    await Promise.all(this.open.rounds.map((round) => round.stop()));
    await this.open.workers?.drain();
    for (const close of this.open.closeLast) await close();
    await this.open.database.destroy();
  }
}
