import type { Provider, Type } from '@nestjs/common';
import { DocumentsController } from './account/documents.controller.ts';
import { DocumentsService } from './account/documents.service.ts';
import { EventsController } from './account/events.controller.ts';
import { EventsService } from './account/events.service.ts';
import { LettersController } from './account/letters.controller.ts';
import { LettersService } from './account/letters.service.ts';
import { OrderViews } from './account/order-views.ts';
import { OrdersController } from './account/orders.controller.ts';
import { OrdersService } from './account/orders.service.ts';
import { TemplatesController } from './account/templates.controller.ts';
import { TemplatesService } from './account/templates.service.ts';
import { HealthController } from './docs/health.controller.ts';
import { AccountsController } from './provider/accounts.controller.ts';
import { AccountsService } from './provider/accounts.service.ts';
import { ContractsController } from './provider/contracts.controller.ts';
import { ContractsService } from './provider/contracts.service.ts';
import { DevicesController } from './provider/devices.controller.ts';
import { DevicesService } from './provider/devices.service.ts';
import { KeysController } from './provider/keys.controller.ts';
import { KeysService } from './provider/keys.service.ts';
import { NumberRangesController } from './provider/number-ranges.controller.ts';
import { NumberRangesService } from './provider/number-ranges.service.ts';
import { PostageCountersController } from './provider/postage-counters.controller.ts';
import { PostageCountersService } from './provider/postage-counters.service.ts';
import { ProfilesController } from './provider/profiles.controller.ts';
import { ProfilesService } from './provider/profiles.service.ts';
import { SitesController } from './provider/sites.controller.ts';
import { SitesService } from './provider/sites.service.ts';
import { StocksController } from './provider/stocks.controller.ts';
import { StocksService } from './provider/stocks.service.ts';

/** Every controller of the API; the documentation is made from this list, so a route that is not in it is not served. */
export const controllers: Type[] = [
  OrdersController,
  LettersController,
  EventsController,
  TemplatesController,
  DocumentsController,
  AccountsController,
  SitesController,
  ContractsController,
  DevicesController,
  StocksController,
  ProfilesController,
  NumberRangesController,
  PostageCountersController,
  KeysController,
  HealthController,
];

export const services: Provider[] = [
  OrdersService,
  OrderViews,
  LettersService,
  EventsService,
  TemplatesService,
  DocumentsService,
  AccountsService,
  SitesService,
  ContractsService,
  DevicesService,
  StocksService,
  ProfilesService,
  NumberRangesService,
  PostageCountersService,
  KeysService,
];
