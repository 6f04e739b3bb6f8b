import { toolEnvironment } from '../toolbox.ts';
import { startInstance, type Instance } from '../launcher/instance.ts';

/**
 * The real parts that tests share: one PostgreSQL, Valkey and Temporal (time skipping on) on ports of their own.
 * Gives the instance and the environment variables by which tests find the parts and the programs.
 */
export async function startPartsForTests(): Promise<{ instance: Instance; environment: Record<string, string> }> {
  const instance = await startInstance({
    name: 'test',
    throwAway: true,
    parts: ['postgres', 'valkey', 'temporal'],
    durable: false,
    timeSkipping: true,
  });
  const {
    ADMIN_DATABASE_URL = '',
    VALKEY_URL = '',
    TEMPORAL_ADDRESS = '',
    TEMPORAL_NAMESPACE = '',
  } = instance.environment;
  const environment = {
    ...toolEnvironment(),
    TEST_ADMIN_DATABASE_URL: ADMIN_DATABASE_URL,
    TEST_VALKEY_URL: VALKEY_URL,
    TEST_TEMPORAL_ADDRESS: TEMPORAL_ADDRESS,
    TEST_TEMPORAL_NAMESPACE: TEMPORAL_NAMESPACE,
  };
  return { instance, environment };
}
