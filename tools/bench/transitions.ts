import { Client, Connection } from '@temporalio/client';
import type { Instance } from '../launcher/instance.ts';
import type { Figure } from './measure.ts';

/** Temporal state transitions a letter, over every workflow of the instance, the schedules' included, as the server counted them. */
export async function transitionsFigure(instance: Instance, what: string, letters: number): Promise<Figure> {
  const value = (await transitionsOf(instance)) / letters;
  return {
    name: `transitions a letter: ${what}`,
    value,
    unit: 'transitions a letter',
    budget: '≤ 0.5',
    holds: value <= 0.5,
    samples: letters,
  };
}

/** Sums what the server counted, over every workflow of the namespace; a running one is asked itself. */
async function transitionsOf({ environment }: Instance): Promise<number> {
  const connection = await Connection.connect({ address: environment.TEMPORAL_ADDRESS ?? '' });
  try {
    const client = new Client({ connection, namespace: environment.TEMPORAL_NAMESPACE ?? '' });
    let sum = 0;
    for (const query of ['', `TemporalNamespaceDivision = "TemporalScheduler"`])
      for await (const { workflowId, runId } of client.workflow.list(query ? { query } : {})) {
        const { raw } = await client.workflow.getHandle(workflowId, runId).describe();
        sum += Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
      }
    return sum;
  } finally {
    await connection.close();
  }
}
