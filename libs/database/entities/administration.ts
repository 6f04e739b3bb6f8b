import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { CostCentreRule } from '#domain/cost-centres';
import type { ArchivedFileState, LetterState } from '#domain/life-cycles';
import type { ServiceName } from '#domain/services';
import type { Mode } from '../scope.ts';

/** Rows of what an account's administrator works with (migration 0025). Columns called content there are null once erased. */

@Entity({ schema: 'pli', name: 'cost_centres' })
export class CostCentreRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) label!: string;
  @Column({ type: 'text' }) state!: 'active' | 'retired';
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'account_settings' })
export class AccountSettingsRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) cost_centres!: CostCentreRule;
  @Column({ type: 'timestamptz' }) changed_at!: Date;
}

@Entity({ schema: 'pli', name: 'archived_files' })
export class ArchivedFileRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) order_id!: string;
  @Column({ type: 'text' }) letter_id!: string;
  @Column({ type: 'text' }) state!: ArchivedFileState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'text', nullable: true }) blob!: string | null;
  @Column({ type: 'bytea', nullable: true }) content_key!: Buffer | null;
  @Column({ type: 'bytea' }) content_hash!: Buffer;
  @Column({ type: 'bytea', nullable: true }) sha256!: Buffer | null;
  @Column({ type: 'int' }) bytes!: number;
  @Column({ type: 'text', nullable: true }) recipient!: string | null;
  @Column({ type: 'text', nullable: true }) client_reference!: string | null;
  @Column({ type: 'timestamptz' }) sent_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) keep_until!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
  @Column({ type: 'text', nullable: true }) reason_code!: 'term_over' | 'asked' | null;
}

@Entity({ schema: 'pli', name: 'statistics' })
export class StatisticsRow {
  @PrimaryColumn({ type: 'text' }) account_id!: string;
  @PrimaryColumn({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'date' }) day!: string;
  @PrimaryColumn({ type: 'text' }) site_id!: string;
  @PrimaryColumn({ type: 'text' }) service!: ServiceName;
  @PrimaryColumn({ type: 'text' }) state!: LetterState;
  @PrimaryColumn({ type: 'text' }) content!: 'template' | 'document';
  @PrimaryColumn({ type: 'text' }) envelope!: string;
  @PrimaryColumn({ type: 'text' }) cost_centre!: string;
  @Column({ type: 'bigint' }) letters!: number;
  @Column({ type: 'bigint' }) weight_mg!: number;
  @Column({ type: 'bigint' }) postage_cents!: number;
}

@Entity({ schema: 'pli', name: 'statistics_changes' })
export class StatisticsChangeRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) service!: ServiceName;
  @Column({ type: 'text' }) state!: LetterState;
  @Column({ type: 'text' }) content!: 'template' | 'document';
  @Column({ type: 'text' }) envelope!: string;
  @Column({ type: 'text' }) cost_centre!: string;
  @Column({ type: 'bigint' }) letters!: number;
  @Column({ type: 'bigint' }) weight_mg!: number;
  @Column({ type: 'bigint' }) postage_cents!: number;
}
