import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FrankingMode } from '#domain/franking';
import type { Mode } from '../scope.ts';

/** Rows of registered numbers and postage (migration 0002). */

@Entity({ schema: 'pli', name: 'number_ranges' })
export class NumberRangeRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) kind!: 's10';
  @Column({ type: 'text' }) prefix!: string;
  @Column({ type: 'text' }) country!: string;
  @Column({ type: 'bigint' }) first!: number;
  @Column({ type: 'bigint' }) last!: number;
  @Column({ type: 'bigint' }) next!: number;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'registered_numbers' })
export class RegisteredNumberRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) range_id!: string;
  @Column({ type: 'bigint' }) number!: number;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) state!: 'assigned' | 'void';
  @Column({ type: 'text' }) letter_id!: string;
  @Column({ type: 'int' }) copy!: number;
  @Column({ type: 'timestamptz' }) assigned_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) voided_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'postage_counters' })
export class PostageCounterRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) carrier_contract!: string;
  @Column({ type: 'text' }) franking_mode!: FrankingMode;
  @Column({ type: 'bigint' }) last_mark!: number;
}

@Entity({ schema: 'pli', name: 'postage_entries' })
export class PostageEntryRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) counter_id!: string;
  @Column({ type: 'bigint' }) mark!: number;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) letter_id!: string;
  @Column({ type: 'int' }) copy!: number;
  @Column({ type: 'int' }) cents!: number;
  @Column({ type: 'date' }) mark_date!: string;
  @Column({ type: 'text' }) state!: 'marked' | 'debited' | 'refund_due';
  @Column({ type: 'timestamptz' }) marked_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) debited_at!: Date | null;
}
