import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { temporal } from '@temporalio/proto';
import { searchAttributes } from '#contracts/processes';

const {
  INDEXED_VALUE_TYPE_KEYWORD: keyword,
  INDEXED_VALUE_TYPE_DATETIME: datetime,
  INDEXED_VALUE_TYPE_BOOL: bool,
} = temporal.api.enums.v1.IndexedValueType;

/** A namespace of one test file: the task queues of the house bear the same names everywhere, so files must not share one. */
export interface OwnNamespace {
  address: string;
  namespace: string;
  client: Client;
  close(): Promise<void>;
}

/** Registers a namespace on the test server with the house's search attributes. */
export async function ownNamespace(): Promise<OwnNamespace> {
  const address = process.env.TEST_TEMPORAL_ADDRESS;
  if (!address) throw new Error('TEST_TEMPORAL_ADDRESS is not set: run `npm test`');
  const namespace = `pli-test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs('1 day') });
  const types = {
    subject: keyword,
    site: keyword,
    state: keyword,
    mode: keyword,
    dueAt: datetime,
    needsOperator: bool,
  };
  const attributes = Object.entries(types).map(([key, type]) => [searchAttributes[key as keyof typeof types], type]);
  await untilItAnswers(() =>
    connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(attributes) as Record<string, number>,
    }),
  );
  const client = new Client({ connection, namespace, identity: 'test' });
  return { address, namespace, client, close: () => connection.close() };
}

/** The server takes a moment to know its new namespace everywhere. */
async function untilItAnswers(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await delay(100);
    }
  }
}
