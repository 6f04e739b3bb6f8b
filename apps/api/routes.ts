import type { Provider, Type } from '@nestjs/common';
import { ArchiveController } from './administration/archive.controller.ts';
import { ArchiveService } from './administration/archive.service.ts';
import { CostCentresController } from './administration/cost-centres.controller.ts';
import { CostCentresService } from './administration/cost-centres.service.ts';
import { HistoryController } from './administration/history.controller.ts';
import { HistoryService } from './administration/history.service.ts';
import { StatisticsController } from './administration/statistics.controller.ts';
import { StatisticsService } from './administration/statistics.service.ts';
import { AddressesController } from './account/addresses.controller.ts';
import { CancellationController } from './account/cancellation.controller.ts';
import { CancellationService } from './account/cancellation.service.ts';
import { DepositExtractService } from './account/deposit-extract.service.ts';
import { ChoicesController } from './account/choices.controller.ts';
import { ChoicesService } from './account/choices.service.ts';
import { DocumentPictures } from './account/document-pictures.ts';
import { DraftCheck } from './account/drafts/draft-check.ts';
import { DraftEstimate } from './account/drafts/draft-estimate.ts';
import { DraftLettersService } from './account/drafts/draft-letters.service.ts';
import { DraftViews } from './account/drafts/draft-views.ts';
import { DraftsController } from './account/drafts/drafts.controller.ts';
import { RepeatOrder } from './account/drafts/repeat-order.ts';
import { TemplateHistory } from './account/template-history.ts';
import { TemplateTrials } from './account/template-trials.ts';
import { DocumentsController } from './account/documents.controller.ts';
import { DocumentsService } from './account/documents.service.ts';
import { DraftsService } from './account/drafts.service.ts';
import { EventsController } from './account/events.controller.ts';
import { EventsService } from './account/events.service.ts';
import { EventStreamController } from './account/event-stream.controller.ts';
import { EventStreams } from './account/event-streams.ts';
import { FileBeginnings } from './account/imports/file-beginning.ts';
import { ImportsController } from './account/imports/imports.controller.ts';
import { ImportsService } from './account/imports/imports.service.ts';
import { FileReceiver } from './account/imports/receive-file.ts';
import { LetterPages } from './account/letter-pages.ts';
import { LettersController } from './account/letters.controller.ts';
import { LettersService } from './account/letters.service.ts';
import { NoticeLinksController } from './account/notice-links.controller.ts';
import { NoticeLinksService } from './account/notice-links.service.ts';
import { NoticesController } from './account/notices.controller.ts';
import { NoticesService } from './account/notices.service.ts';
import { OrderViews } from './account/order-views.ts';
import { OrdersController } from './account/orders.controller.ts';
import { OrdersService } from './account/orders.service.ts';
import { PreviewPages } from './account/preview-pages.ts';
import { PreviewViews } from './account/preview-views.ts';
import { PreviewsController } from './account/previews.controller.ts';
import { PreviewsService } from './account/previews.service.ts';
import { RulesBook } from './account/site-rules.ts';
import { SplittingController } from './account/splitting.controller.ts';
import { SplittingService } from './account/splitting.service.ts';
import { TemplatesController } from './account/templates.controller.ts';
import { TemplatesService } from './account/templates.service.ts';
import { TemplateData } from './account/template-data.ts';
import { WebhookDeliveriesService } from './account/webhook-deliveries.service.ts';
import { WebhooksController } from './account/webhooks.controller.ts';
import { WebhooksService } from './account/webhooks.service.ts';
import { SearchController } from './search/search.controller.ts';
import { SearchService } from './search/search.service.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AuditLooks } from './audit/audit-looks.ts';
import { AuditService } from './audit/audit.service.ts';
import { EvidenceFileService } from './audit/evidence-file.service.ts';
import { WorkflowHistories } from './audit/workflow-histories.ts';
import { ConsoleController } from './console/console.controller.ts';
import { DocsController } from './docs/docs.controller.ts';
import { HealthController } from './docs/health.controller.ts';
import { BoardController } from './floor/board.controller.ts';
import { CasesController } from './floor/cases.controller.ts';
import { CasesService } from './floor/cases.service.ts';
import { DaysController } from './floor/days.controller.ts';
import { DaysService } from './floor/days.service.ts';
import { DepositsController } from './floor/deposits.controller.ts';
import { DepositsService } from './floor/deposits.service.ts';
import { EffectsController } from './floor/effects.controller.ts';
import { EffectsService } from './floor/effects.service.ts';
import { FloorLettersController } from './floor/floor-letters.controller.ts';
import { FloorLettersService } from './floor/floor-letters.service.ts';
import { FloorOrdersController } from './floor/floor-orders.controller.ts';
import { FloorOrdersService } from './floor/floor-orders.service.ts';
import { LotsController } from './floor/lots.controller.ts';
import { LotsService } from './floor/lots.service.ts';
import { MachinesController } from './floor/machines.controller.ts';
import { MarksAndNumbersController } from './floor/marks-and-numbers.controller.ts';
import { MarksAndNumbersService } from './floor/marks-and-numbers.service.ts';
import { PiecesController } from './floor/pieces.controller.ts';
import { PiecesService } from './floor/pieces.service.ts';
import { PoolController } from './floor/pool.controller.ts';
import { PoolService } from './floor/pool.service.ts';
import { RevealsController } from './floor/reveals.controller.ts';
import { RevealsService } from './floor/reveals.service.ts';
import { SiteEventsController } from './floor/site-events.controller.ts';
import { ScansController } from './floor/scans.controller.ts';
import { ScansService } from './floor/scans.service.ts';
import { TraysController } from './floor/trays.controller.ts';
import { TraysService } from './floor/trays.service.ts';
import { AccountKeysService } from './people/account-keys.service.ts';
import { AuthenticatorService } from './people/authenticator.service.ts';
import { LinksController } from './people/links.controller.ts';
import { LinksService } from './people/links.service.ts';
import { MeController } from './people/me.controller.ts';
import { MeService } from './people/me.service.ts';
import { OwnAccountService } from './people/own-account.service.ts';
import { PasskeysService } from './people/passkeys.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleService } from './people/people.service.ts';
import { StaffController } from './people/staff.controller.ts';
import { StaffService } from './people/staff.service.ts';
import { PersonLedger } from './people/person-ledger.ts';
import { SecondFactorService } from './people/second-factor.service.ts';
import { SessionController } from './people/session.controller.ts';
import { SessionService } from './people/session.service.ts';
import { SessionViews } from './people/session-views.ts';
import { SignInService } from './people/sign-in.service.ts';
import { IdentityProvidersController } from './people/single-sign-on/identity-providers.controller.ts';
import { IdentityProvidersService } from './people/single-sign-on/identity-providers.service.ts';
import { SingleSignOnController } from './people/single-sign-on/single-sign-on.controller.ts';
import { SingleSignOnService } from './people/single-sign-on/single-sign-on.service.ts';
import { Tries } from './people/tries.ts';
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

import { SupportDeskController } from './support/support-desk.controller.ts';
import { SupportDeskService } from './support/support-desk.service.ts';
import { SupportLedger } from './support/support-ledger.ts';
import { SupportProfilesController } from './support/support-profiles.controller.ts';
import { SupportProfilesService } from './support/support-profiles.service.ts';
import { TicketsController } from './support/tickets.controller.ts';
import { TicketsService } from './support/tickets.service.ts';

/** Every controller of the API; the documentation is made from this list, so a route that is not in it is not served. */
export const controllers: Type[] = [
  OrdersController,
  DraftsController,
  ChoicesController,
  PreviewsController,
  LettersController,
  AddressesController,
  ImportsController,
  CancellationController,
  EventsController,
  EventStreamController,
  WebhooksController,
  NoticeLinksController,
  NoticesController,
  HistoryController,
  ArchiveController,
  StatisticsController,
  CostCentresController,
  TemplatesController,
  DocumentsController,
  SplittingController,
  BoardController,
  EffectsController,
  MachinesController,
  DaysController,
  RevealsController,
  FloorOrdersController,
  FloorLettersController,
  PoolController,
  LotsController,
  PiecesController,
  MarksAndNumbersController,
  ScansController,
  TraysController,
  DepositsController,
  CasesController,
  SiteEventsController,
  AccountsController,
  SitesController,
  ContractsController,
  DevicesController,
  StocksController,
  ProfilesController,
  NumberRangesController,
  PostageCountersController,
  KeysController,
  SessionController,
  SingleSignOnController,
  IdentityProvidersController,
  SearchController,
  LinksController,
  MeController,
  PeopleController,
  StaffController,
  ConsoleController,
  AuditController,
  TicketsController,
  SupportDeskController,
  SupportProfilesController,
  DocsController,
  HealthController,
];

export const services: Provider[] = [
  SearchService,
  TemplateData,
  RulesBook,
  OrdersService,
  DraftsService,
  DraftViews,
  DraftLettersService,
  DraftCheck,
  DraftEstimate,
  RepeatOrder,
  ChoicesService,
  OrderViews,
  PreviewsService,
  PreviewViews,
  PreviewPages,
  LettersService,
  LetterPages,
  ImportsService,
  FileReceiver,
  FileBeginnings,
  DepositExtractService,
  CancellationService,
  EventsService,
  EventStreams,
  WebhooksService,
  WebhookDeliveriesService,
  NoticeLinksService,
  NoticesService,
  HistoryService,
  ArchiveService,
  StatisticsService,
  CostCentresService,
  TemplatesService,
  TemplateTrials,
  TemplateHistory,
  DocumentsService,
  DocumentPictures,
  SplittingService,
  EffectsService,
  DaysService,
  RevealsService,
  FloorOrdersService,
  FloorLettersService,
  PoolService,
  LotsService,
  PiecesService,
  MarksAndNumbersService,
  ScansService,
  TraysService,
  DepositsService,
  CasesService,
  AccountsService,
  SitesService,
  ContractsService,
  DevicesService,
  StocksService,
  ProfilesService,
  NumberRangesService,
  PostageCountersService,
  KeysService,
  AuditLooks,
  AuditService,
  EvidenceFileService,
  WorkflowHistories,
  TicketsService,
  SupportLedger,
  SupportDeskService,
  SupportProfilesService,
  PersonLedger,
  Tries,
  SessionViews,
  SessionService,
  SignInService,
  SingleSignOnService,
  IdentityProvidersService,
  SecondFactorService,
  LinksService,
  MeService,
  AuthenticatorService,
  PasskeysService,
  PeopleService,
  AccountKeysService,
  OwnAccountService,
  StaffService,
];
