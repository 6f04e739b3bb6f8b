import {
  AccountSettingsRow,
  ArchivedFileRow,
  CostCentreRow,
  StatisticsChangeRow,
  StatisticsRow,
} from './administration.ts';
import { BlobRemovalRow, BlobUseRow, CompositionRow } from './blobs.ts';
import { DayClosingRow, FirstOffRow, MachineStateRow, RevealRow } from './floor.ts';
import { ImportBatchRow, ImportErrorRow, ImportRow } from './imports.ts';
import { EventRow, FactRow, IntakeRow, NoteRow, OutboxRow, StreamRow } from './ledger.ts';
import { NumberRangeRow, PostageCounterRow, PostageEntryRow, RegisteredNumberRow } from './numbers.ts';
import {
  DocumentRow,
  IdempotencyKeyRow,
  LetterNameRow,
  LetterRow,
  OrderRow,
  TemplateRow,
  TemplateVersionRow,
} from './orders.ts';
import { CredentialRow, MembershipRow, PersonLinkRow, PersonRow, SessionRow, SignInTryRow } from './people.ts';
import { PreviewRow } from './previews.ts';
import { CaseRow, DepositRow, IrreversibleStepRow, LotRow, PieceRow, TrayRow } from './production.ts';
import {
  AccountRow,
  ApiKeyRow,
  ContentKeyRow,
  ContractRow,
  DeviceRow,
  ProfileRow,
  SiteNumberRow,
  SiteRow,
  StockRow,
} from './provider.ts';
import { MessageAttemptRow, MessageRow, SubscriberRow } from './telling.ts';

/** Every table of the schema as a class; a test compares them with the catalogue. */
export const entities = [
  StreamRow,
  EventRow,
  OutboxRow,
  IntakeRow,
  FactRow,
  NoteRow,
  AccountRow,
  ContentKeyRow,
  SiteRow,
  SiteNumberRow,
  ContractRow,
  ApiKeyRow,
  PersonRow,
  MembershipRow,
  SessionRow,
  CredentialRow,
  PersonLinkRow,
  SignInTryRow,
  DeviceRow,
  StockRow,
  ProfileRow,
  NumberRangeRow,
  RegisteredNumberRow,
  PostageCounterRow,
  PostageEntryRow,
  TemplateRow,
  TemplateVersionRow,
  DocumentRow,
  OrderRow,
  LetterRow,
  LetterNameRow,
  PreviewRow,
  ImportRow,
  ImportBatchRow,
  ImportErrorRow,
  IdempotencyKeyRow,
  BlobUseRow,
  BlobRemovalRow,
  CompositionRow,
  LotRow,
  DepositRow,
  TrayRow,
  PieceRow,
  IrreversibleStepRow,
  CaseRow,
  MachineStateRow,
  FirstOffRow,
  DayClosingRow,
  RevealRow,
  SubscriberRow,
  MessageRow,
  MessageAttemptRow,
  CostCentreRow,
  AccountSettingsRow,
  ArchivedFileRow,
  StatisticsRow,
  StatisticsChangeRow,
];
