import { proxyActivities, type ActivityInterfaceFor } from '@temporalio/workflow';
import { queues } from '#contracts/processes';

/**
 * Activities by what may be tried again (the classes are `queues` in the contracts): a workflow asks for the methods it
 * calls, `const { planLots } = onRecords<FormLotsActivities>('The pool becomes lots')`. The summary stands beside the step in
 * the Temporal UI.
 */
export const onRecords = <A>(summary?: string): ActivityInterfaceFor<A> =>
  proxyActivities<A>({ ...queues.records, ...named(summary) });
export const onCompose = <A>(summary?: string): ActivityInterfaceFor<A> =>
  proxyActivities<A>({ ...queues.compose, ...named(summary) });
/** Composing that somebody waits for on the screen: it goes before the portions of large orders (1 is first, 3 is usual). */
export const onComposeSoon = <A>(summary?: string): ActivityInterfaceFor<A> =>
  proxyActivities<A>({ ...queues.compose, priority: { priorityKey: 1 }, ...named(summary) });
export const onMachines = <A>(summary?: string): ActivityInterfaceFor<A> =>
  proxyActivities<A>({ ...queues.machines, ...named(summary) });
export const onPost = <A>(summary?: string): ActivityInterfaceFor<A> =>
  proxyActivities<A>({ ...queues.post, ...named(summary) });

const named = (summary: string | undefined) => (summary === undefined ? {} : { summary });
