import { language } from './tools/transpile.mjs';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['@swc/jest', language] },
  // It offers its TypeScript under the condition by which we find ours.
  moduleNameMapper: { '^eventsource-parser$': '<rootDir>/node_modules/eventsource-parser/dist/index.js' },
  testMatch: ['**/*.test.ts'],
  globalSetup: './tools/jest/global-setup.mjs',
  globalTeardown: './tools/jest/global-teardown.mjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  testTimeout: 180_000,
  maxWorkers: 3,
  // Every program that a test starts first copies the page tables of its worker: one that has grown makes each of them dear.
  workerIdleMemoryLimit: '600MB',
};
