import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DepositState, LotState, PieceState, TrayState } from '#domain/life-cycles';
import type { Mode } from '../scope.ts';

/** Rows of production, which belong to a site (migration 0004). */

@Entity({ schema: 'pli', name: 'lots' })
export class LotRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'bigint' }) number!: number;
  @Column({ type: 'text' }) kind!: 'ordinary' | 'registered' | 'test' | 'reprint';
  @Column({ type: 'jsonb' }) key!: unknown;
  @Column({ type: 'text' }) key_text!: string;
  @Column({ type: 'text' }) state!: LotState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'int' }) pieces!: number;
  @Column({ type: 'int' }) sheets!: number;
  @Column({ type: 'date' }) planned_deposit_date!: string;
  @Column({ type: 'text', nullable: true }) reprint_of!: string | null;
  @Column({ type: 'text', nullable: true }) printer_id!: string | null;
  @Column({ type: 'text', nullable: true }) inserter_id!: string | null;
  @Column({ type: 'text', nullable: true }) print_file!: string | null;
  @Column({ type: 'bytea', nullable: true }) print_file_hash!: Buffer | null;
  @Column({ type: 'text', nullable: true }) print_job!: string | null;
  @Column({ type: 'text', nullable: true }) inserter_job!: string | null;
  @Column({ type: 'int', nullable: true }) sheets_printed!: number | null;
  @Column({ type: 'int', nullable: true }) sheets_good!: number | null;
  @Column({ type: 'int', nullable: true }) sheets_spoiled!: number | null;
  @Column({ type: 'int', nullable: true }) sheets_banner!: number | null;
  @Column({ type: 'int', nullable: true }) sheets_duplicate!: number | null;
  @Column({ type: 'int', nullable: true }) pieces_good!: number | null;
  @Column({ type: 'int', nullable: true }) pieces_spoiled!: number | null;
  @Column({ type: 'int', nullable: true }) pieces_voided!: number | null;
  @Column({ type: 'int', nullable: true }) envelopes_used!: number | null;
  @Column({ type: 'int', nullable: true }) envelopes_good!: number | null;
  @Column({ type: 'int', nullable: true }) envelopes_spoiled!: number | null;
  @Column({ type: 'boolean' }) needs_operator!: boolean;
  @Column({ type: 'text', nullable: true }) operator_reason!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'deposits' })
export class DepositRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'bigint' }) number!: number;
  @Column({ type: 'text' }) carrier_id!: string;
  @Column({ type: 'text' }) carrier_contract!: string;
  @Column({ type: 'text' }) state!: DepositState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'timestamptz' }) slot_at!: Date;
  @Column({ type: 'text', nullable: true }) manifest!: string | null;
  @Column({ type: 'text', nullable: true }) slip!: string | null;
  @Column({ type: 'int' }) pieces!: number;
  @Column({ type: 'jsonb', nullable: true }) declared!: unknown;
  @Column({ type: 'jsonb', nullable: true }) found!: unknown;
  @Column({ type: 'timestamptz', nullable: true }) left_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) accepted_at!: Date | null;
  @Column({ type: 'date', nullable: true }) deposit_day!: string | null;
  @Column({ type: 'int', nullable: true }) pieces_accepted!: number | null;
  @Column({ type: 'text', nullable: true }) acknowledged_by!: 'carrier' | 'operator' | null;
  @Column({ type: 'boolean' }) needs_operator!: boolean;
  @Column({ type: 'text', nullable: true }) operator_reason!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'trays' })
export class TrayRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'bigint' }) number!: number;
  @Column({ type: 'text', nullable: true }) lot_id!: string | null;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'text' }) kind!: 'sorted' | 'residual';
  @Column({ type: 'text' }) product!: string;
  @Column({ type: 'text' }) carrier_contract!: string;
  @Column({ type: 'text' }) state!: TrayState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'int' }) pieces!: number;
  @Column({ type: 'text', nullable: true }) deposit_id!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) sealed_at!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'date', nullable: true }) planned_deposit_date!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) seal_broken_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'pieces' })
export class PieceRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) letter_id!: string;
  @Column({ type: 'int' }) copy!: number;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) lot_id!: string;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'text' }) state!: PieceState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'int' }) sheets!: number;
  @Column({ type: 'int' }) weight_mg!: number;
  @Column({ type: 'int' }) weight_band!: number;
  @Column({ type: 'text' }) window_code!: string;
  @Column({ type: 'text', nullable: true }) tray_id!: string | null;
  @Column({ type: 'text', nullable: true }) deposit_id!: string | null;
  @Column({ type: 'text', nullable: true }) counter_id!: string | null;
  @Column({ type: 'bigint', nullable: true }) mark!: number | null;
  @Column({ type: 'date', nullable: true }) mark_date!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) franked_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) coupon_at!: Date | null;
  @Column({ type: 'text', nullable: true }) registered_number!: string | null;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) reappeared_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'irreversible_steps' })
export class IrreversibleStepRow {
  @PrimaryColumn({ type: 'text' }) step!: 'print' | 'hand_off';
  @PrimaryColumn({ type: 'text' }) letter_id!: string;
  @PrimaryColumn({ type: 'int' }) copy!: number;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'text' }) job!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) undone_at!: Date | null;
  @Column({ type: 'text', nullable: true }) undone_by!: string | null;
}

@Entity({ schema: 'pli', name: 'cases' })
export class CaseRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text' }) kind!: 'missing_at_deposit' | 'refused_at_deposit' | 'count_differs' | 'undeclared';
  @Column({ type: 'text' }) deposit_id!: string;
  @Column({ type: 'text', nullable: true }) piece_id!: string | null;
  @Column({ type: 'text' }) state!: 'open' | 'closed';
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'text', nullable: true }) outcome!: string | null;
  @Column({ type: 'text', nullable: true }) product!: string | null;
  @Column({ type: 'int', nullable: true }) band!: number | null;
  @Column({ type: 'int', nullable: true }) difference!: number | null;
  @Column({ type: 'int', nullable: true }) tray!: number | null;
  @Column({ type: 'text', nullable: true }) window_code!: string | null;
  @Column({ type: 'text', nullable: true }) said_in!: string | null;
  @Column({ type: 'text', nullable: true }) of_case!: string | null;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) closed_at!: Date | null;
}
