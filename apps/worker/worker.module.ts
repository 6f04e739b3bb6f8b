import { Module, type DynamicModule } from '@nestjs/common';
import { openShift } from './open-shift.ts';
import type { WorkerSettings } from './settings.ts';
import { Shift } from './shift.ts';

/** The worker as Nest sees it: one provider that is open while the application is. */
@Module({})
export class WorkerModule {
  static with(settings: WorkerSettings): DynamicModule {
    return {
      module: WorkerModule,
      providers: [{ provide: Shift, useFactory: () => openShift(settings) }],
      exports: [Shift],
    };
  }
}
