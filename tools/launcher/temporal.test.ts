import { execFileSync } from 'node:child_process';
import { tool } from '../toolbox.ts';
import { searchAttributes, setUpNamespace } from './temporal.ts';

const server = process.env.TEST_TEMPORAL_ADDRESS as string;

test('a Temporal server given by address gets our namespace and search attributes, once', async () => {
  const namespace = `given-${process.pid}`;
  await setUpNamespace(server, namespace);
  await setUpNamespace(server, namespace);
  const listed = execFileSync(tool('TEMPORAL_CLI'), [
    'operator',
    'search-attribute',
    'list',
    '-n',
    namespace,
    '--address',
    server,
  ]);
  for (const [name, type] of Object.entries(searchAttributes))
    expect(listed.toString()).toMatch(new RegExp(`${name}\\s+${type}`));
});

test('histories are kept 90 days', () => {
  const described = execFileSync(tool('TEMPORAL_CLI'), [
    'operator',
    'namespace',
    'describe',
    '-n',
    'pli',
    '--address',
    server,
  ]);
  expect(described.toString()).toMatch(/RetentionTtl\s+2160h/);
});
