import { ScheduleNotFoundError, ScheduleOverlapPolicy, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { NUDGE } from '#contracts/processes';
import type { NudgeRow } from './outbox-rows.ts';
import { ANSWER_WITHIN_MS } from './start.ts';

/** At most one nudge a workflow and second: whoever is woken reads everything that has come. */
const NUDGE_EVERY_MS = 1000;

/** Sends nudges, remembering when each workflow was last woken. What it forgets by a restart costs one nudge too many. */
export class Nudges {
  private readonly last = new Map<string, number>();

  constructor(private readonly client: Client) {}

  /** Wakes the workflows of these rows; answers the rows that are settled. Those nudged too recently wait for a later round. */
  async send(rows: readonly NudgeRow[], now: Date): Promise<string[]> {
    this.forget(now);
    const settled: string[] = [];
    for (const workflowId of new Set(rows.map((row) => row.workflow_id))) {
      if (now.getTime() - (this.last.get(workflowId) ?? 0) < NUDGE_EVERY_MS) continue;
      await this.wake(workflowId);
      this.last.set(workflowId, now.getTime());
      settled.push(...rows.filter((row) => row.workflow_id === workflowId).map((row) => row.id));
    }
    return settled;
  }

  private async wake(workflowId: string): Promise<void> {
    try {
      await this.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
        isSchedule(workflowId)
          ? this.client.schedule.getHandle(workflowId).trigger(ScheduleOverlapPolicy.BUFFER_ONE)
          : this.client.workflow.getHandle(workflowId).signal(NUDGE),
      );
    } catch (error) {
      // It has ended or has not begun: it reads the facts when it begins.
      if (!(error instanceof WorkflowNotFoundError) && !(error instanceof ScheduleNotFoundError)) throw error;
    }
  }

  private forget(now: Date): void {
    for (const [id, at] of this.last) if (now.getTime() - at >= NUDGE_EVERY_MS) this.last.delete(id);
  }
}

const isSchedule = (id: string): boolean => /^(formLots|pollTracking|erase)\//.test(id);
