import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { stepBackAsWeDo } from '#documents/step-back';
import { readSettings } from './settings.ts';
import { Shift } from './shift.ts';
import { WorkerModule } from './worker.module.ts';

/** The worker: runs the processes of the house until it is told to end (SIGTERM, SIGINT), then drains. */
const settings = readSettings(process.env);
await stepBackAsWeDo(process.pid);
// Nest hears the signals and drains; the SDK listening beside it would shut down twice.
Runtime.install({ shutdownSignals: [] });
const application = await NestFactory.createApplicationContext(WorkerModule.with(settings), {
  logger: ['error', 'warn'],
});
application.enableShutdownHooks(['SIGTERM', 'SIGINT']);

application
  .get(Shift)
  .ended()
  .catch(async (error: unknown) => {
    console.error('A worker failed; this process ends and may be started again.', error);
    process.exitCode = 1;
    await application.close();
  });
