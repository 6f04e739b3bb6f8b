import { WorkflowExecutionAlreadyStartedError, type Client, type WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes, type SearchAttributePair } from '@temporalio/common';
import { attributePairs } from '#contracts/mail-attributes';
import { queues, type Process } from '#contracts/processes';

/** Temporal answers within this or is taken for away: the row stays and is sent again. */
export const ANSWER_WITHIN_MS = 3000;

/** A workflow to start, with what the Temporal UI shows of it from the first moment on. */
export interface Departure {
  process: Process;
  workflowId: string;
  /** Undefined: it belongs to no print room. */
  siteId?: string;
  mode?: string;
  summary: string;
  input: unknown;
}

/** Starts a workflow, or finds that it runs or has run: both are success, for its id says which work it is. */
export async function startOnce(client: Client, departure: Departure): Promise<void> {
  try {
    await client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
      client.workflow.start(departure.process, startOptions(departure)),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

function startOptions({ workflowId, input, ...told }: Departure): WorkflowStartOptions {
  return {
    taskQueue: queues.records.taskQueue,
    workflowId,
    args: [input],
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: told.summary,
    typedSearchAttributes: new TypedSearchAttributes(
      attributePairs({
        subject: subjectOf(workflowId),
        ...(told.siteId && { site: told.siteId }),
        ...(told.mode && { mode: told.mode }),
      }) as SearchAttributePair[],
    ),
  };
}

/** `lot/lot_…` is about `lot_…`; `intake/sit_…/12` about `sit_…/12`. */
const subjectOf = (workflowId: string): string => workflowId.slice(workflowId.indexOf('/') + 1);
