import { Client, Connection, type WorkflowStartOptions } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { temporal } from '@temporalio/proto';
import type { OwnNamespace } from './own-namespace.ts';

const { FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED: COMPLETED } =
  temporal.api.enums.v1.FastForwardPollingResult;
type TimeSkipping = temporal.api.common.v1.ITimeSkippingConfig;

/**
 * Starts workflows whose clock the test moves: while nothing of a workflow is pending, the server lets its waits pass at once. The
 * clock is the workflow's own; the world's stands still.
 */
export interface SkippedTime {
  /** Starts a workflow and stops its clock `ms` after the start. */
  startUntil(workflow: string, options: WorkflowStartOptions, ms: number): Promise<void>;
  /** Starts one that runs through every wait to its end. */
  start(workflow: string, options: WorkflowStartOptions): Promise<void>;
  /** Lets `ms` more pass, then stops the clock again. */
  pass(workflowId: string, ms: number): Promise<void>;
  /** Runs through every further wait. */
  passAll(workflowId: string): Promise<void>;
  close(): Promise<void>;
}

export async function skippedTime({ address, namespace }: OwnNamespace): Promise<SkippedTime> {
  const connection = await Connection.connect({ address });
  const service = connection.workflowService;
  const client = new Client({ connection, namespace });
  const startExecution = service.startWorkflowExecution.bind(service);
  let config: TimeSkipping = { enabled: true };
  let stops = 0;
  // The SDK does not know the option yet; it belongs into the request.
  Object.assign(service, {
    startWorkflowExecution: (request: temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest) =>
      startExecution({ ...request, timeSkippingConfig: config }),
  });
  const stopAfter = (ms: number): TimeSkipping => ({
    enabled: true,
    fastForwardConfig: { id: `stop ${++stops}`, duration: msToTs(ms) },
  });
  const untilItStands = async (workflowId: string) => {
    const asked = { namespace, workflowExecution: { workflowId }, fastForwardId: `stop ${stops}` };
    for (let tries = 0; tries < 90; tries++) {
      // The long poll may miss a stop that comes while it waits, and then answers only after 20 s: asked again and again.
      const ask = () => service.pollWorkflowExecutionTimeSkipping(asked);
      const told = await connection.withDeadline(Date.now() + 500, ask).catch(() => undefined);
      if (told?.fastForwardPollingResult === COMPLETED) return;
    }
    throw new Error(`the clock of ${workflowId} does not come to its stop`);
  };
  const change = (workflowId: string, timeSkippingConfig: TimeSkipping) =>
    service.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });

  return {
    async startUntil(workflow, options, ms) {
      config = stopAfter(ms);
      await client.workflow.start(workflow, options);
      await untilItStands(options.workflowId);
    },
    async start(workflow, options) {
      config = { enabled: true };
      await client.workflow.start(workflow, options);
    },
    async pass(workflowId, ms) {
      await change(workflowId, stopAfter(ms));
      await untilItStands(workflowId);
    },
    async passAll(workflowId) {
      await change(workflowId, { enabled: true });
    },
    close: () => connection.close(),
  };
}
