import { BlobRemovalRow, BlobUseRow, CompositionRow } from './blobs.ts';
import { EventRow, FactRow, IntakeRow, NoteRow, OutboxRow, StreamRow } from './ledger.ts';
import { NumberRangeRow, PostageCounterRow, PostageEntryRow, RegisteredNumberRow } from './numbers.ts';
import { DocumentRow, IdempotencyKeyRow, LetterRow, OrderRow, TemplateRow, TemplateVersionRow } from './orders.ts';
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
];
