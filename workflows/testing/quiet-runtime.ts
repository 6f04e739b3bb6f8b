import { DefaultLogger, Runtime } from '@temporalio/worker';

// Failures that tests provoke are no news. Here alone: a process that runs several test files takes it once.
Runtime.install({ logger: new DefaultLogger('ERROR') });
