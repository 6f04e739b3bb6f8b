import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { queues } from '#contracts/processes';
import { keepHistory } from './testing/keep-history.ts';
import './testing/quiet-runtime.ts';
import { ownNamespace } from './testing/own-namespace.ts';
import { testedWorkflows } from './testing/tested-workflows.ts';

test('a run asks in rounds until nothing is due, and leaves what never ends to the next run', async () => {
  const temporal = await ownNamespace();
  const connection = await NativeConnection.connect({ address: temporal.address });
  const rounds = new Map<string, number>();
  const workflowBundle = (await testedWorkflows()) as unknown as WorkflowBundleWithSourceMap;
  const workers = await Promise.all(
    (['records', 'post'] as const).map((name) =>
      Worker.create({
        connection,
        namespace: temporal.namespace,
        taskQueue: queues[name].taskQueue,
        activities: {
          pollDueLetters: async (site: string) => {
            const round = (rounds.get(site) ?? 0) + 1;
            rounds.set(site, round);
            return { letters: 100, more: site === 'endless' || round < 3 };
          },
        },
        ...(name === 'records' && { workflowBundle }),
      }),
    ),
  );
  const running = workers.map((worker) => worker.run());
  for (const siteId of ['three', 'endless'])
    await temporal.client.workflow.execute('pollTracking', {
      workflowId: `pollTracking/${siteId}`,
      taskQueue: queues.records.taskQueue,
      args: [{ siteId }],
    });
  await keepHistory(temporal.client, 'pollTracking/three', 'poll-tracking-1');
  for (const worker of workers) worker.shutdown();
  await Promise.all(running);
  await connection.close();
  await temporal.close();
  expect(Object.fromEntries(rounds)).toEqual({ three: 3, endless: 50 });
});
