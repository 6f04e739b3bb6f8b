import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PreviewState } from '#domain/life-cycles';
import type { Mode } from '../scope.ts';

/** Letters looked at before they are ordered (migration 0012). Columns called content there are null once erased. */
@Entity({ schema: 'pli', name: 'previews' })
export class PreviewRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) contract_id!: string;
  @Column({ type: 'text' }) state!: PreviewState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'timestamptz' }) valid_until!: Date;
  @Column({ type: 'jsonb', nullable: true }) letter!: unknown;
  @Column({ type: 'jsonb', nullable: true }) template!: unknown;
  @Column({ type: 'jsonb', nullable: true }) trouble!: unknown;
  @Column({ type: 'text', nullable: true }) composed_blob!: string | null;
  @Column({ type: 'jsonb', nullable: true }) parts!: unknown;
  @Column({ type: 'int', array: true, nullable: true }) sheet_code_zones!: number[] | null;
  @Column({ type: 'int', nullable: true }) pages!: number | null;
  @Column({ type: 'int', nullable: true }) sheets!: number | null;
  @Column({ type: 'text', nullable: true }) envelope!: string | null;
  @Column({ type: 'int', nullable: true }) weight_mg!: number | null;
  @Column({ type: 'int', nullable: true }) weight_band!: number | null;
  @Column({ type: 'text', nullable: true }) product!: string | null;
  @Column({ type: 'text', nullable: true }) destination!: string | null;
  @Column({ type: 'int', nullable: true }) postage_cents!: number | null;
  @Column({ type: 'date', nullable: true }) deposit_day!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) leaves_at!: Date | null;
  @Column({ type: 'int', nullable: true }) promise_days!: number | null;
  @Column({ type: 'date', nullable: true }) promised_day!: string | null;
  @Column({ type: 'jsonb', nullable: true }) warnings!: unknown;
  @Column({ type: 'jsonb', nullable: true }) problems!: unknown;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
  @Column({ type: 'text', nullable: true }) person_id!: string | null;
}
