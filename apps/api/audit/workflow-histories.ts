import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { MailError } from '#domain/mail-error';
import { SETTINGS } from '../parts.ts';
import type { Settings } from '../settings.ts';

/** So long is Temporal waited for. */
const ANSWER_WITHIN_MS = 8_000;

/** The histories of workflows as Temporal keeps them. Connects when the first is asked for; the API needs Temporal for nothing else. */
@Injectable()
export class WorkflowHistories implements OnApplicationShutdown {
  private connection: Connection | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /**
   * A run's history as JSON, as Temporal exports it; undefined when the namespace has it no more.
   * @throws MailError `histories_away` (later) when Temporal does not answer
   */
  async exported(workflow: string, run: string): Promise<string | undefined> {
    this.connection ??= Connection.lazy({ address: this.settings.TEMPORAL_ADDRESS });
    const client = new Client({ connection: this.connection, namespace: this.settings.TEMPORAL_NAMESPACE });
    try {
      const history = await client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
        client.workflow.getHandle(workflow, run).fetchHistory(),
      );
      return historyToJSON(history);
    } catch (error) {
      if (isUnknown(error)) return undefined;
      throw new MailError(
        'histories_away',
        'Temporal, which keeps the histories of processes, does not answer. The ledger is whole without it; try again in a moment.',
        'later',
        error,
      );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection?.close();
  }
}

const NOT_FOUND = 5; // gRPC
const INVALID_ARGUMENT = 3; // a run id that is none

function isUnknown(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return [code, cause?.code].some((one) => one === NOT_FOUND || one === INVALID_ARGUMENT);
}
