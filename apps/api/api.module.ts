import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { VirusScanProbe } from '#documents/clamd';
import { DocumentThreads } from '#documents/threads/document-threads';
import { openApiDocument } from './docs/openapi-document.ts';
import { controllers, services } from './routes.ts';
import { Admission } from './http/admission.ts';
import { AllowedMethods } from './http/allowed-methods.ts';
import { AnswerInterceptor } from './http/answer.interceptor.ts';
import { BodyInterceptor } from './http/body.interceptor.ts';
import { DoorGuard } from './http/door.guard.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { PublicAddress } from './http/public-address.ts';
import { InFlight } from './http/request-line.ts';
import { ScopedLedger } from './http/scoped-ledger.ts';
import { RequestValidationPipe } from './http/validation.pipe.ts';
import {
  BLOBS,
  CLOCK,
  DATABASE,
  DOOR,
  LOG,
  MASTER_KEY,
  OPENAPI,
  SETTINGS,
  TOOLS,
  VALKEY,
  type Parts,
} from './parts.ts';

const scanOf = ({ CLAMD_ADDRESS: address }: Parts['settings']) => (address === undefined ? undefined : { address });

@Module({})
export class ApiModule {
  static of(parts: Parts): DynamicModule {
    const given: [symbol, unknown][] = [
      [SETTINGS, parts.settings],
      [DATABASE, parts.database],
      [DOOR, parts.door],
      [VALKEY, parts.valkey],
      [BLOBS, parts.blobs],
      [MASTER_KEY, parts.masterKey],
      [TOOLS, parts.tools],
      [CLOCK, parts.clock],
      [LOG, parts.log],
      [OPENAPI, openApiDocument],
    ];
    return {
      module: ApiModule,
      controllers,
      providers: [
        ...given.map(([provide, useValue]) => ({ provide, useValue })),
        { provide: AllowedMethods, useValue: new AllowedMethods(controllers) },
        { provide: InFlight, useValue: new InFlight(parts.settings.API_IN_FLIGHT) },
        { provide: DocumentThreads, useValue: new DocumentThreads() },
        { provide: VirusScanProbe, useValue: new VirusScanProbe(scanOf(parts.settings)) },
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Admission,
        PublicAddress,
        ScopedLedger,
        ...services,
      ],
    };
  }
}
