import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportState } from '#domain/life-cycles';
import type { Mode } from '../scope.ts';

/** Files of letters read into drafts (migration 0013). Columns called content there are null once erased. */

@Entity({ schema: 'pli', name: 'imports' })
export class ImportRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) order_id!: string;
  @Column({ type: 'text' }) state!: ImportState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) keep_until!: Date | null;
  @Column({ type: 'text' }) format!: 'csv' | 'jsonl';
  @Column({ type: 'jsonb', nullable: true }) definition!: unknown;
  @Column({ type: 'jsonb', nullable: true }) reading!: unknown;
  @Column({ type: 'bigint' }) next_byte!: number;
  @Column({ type: 'int' }) rows_read!: number;
  @Column({ type: 'int' }) rows_taken!: number;
  @Column({ type: 'int' }) rows_left_out!: number;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) completed_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'import_batches' })
export class ImportBatchRow {
  @PrimaryColumn({ type: 'text' }) import_id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'int' }) number!: number;
  @Column({ type: 'bigint' }) text_bytes!: number;
  @Column({ type: 'bytea', nullable: true }) hash!: Buffer | null;
  @Column({ type: 'int' }) first_position!: number;
  @Column({ type: 'int' }) letters!: number;
}

@Entity({ schema: 'pli', name: 'import_errors' })
export class ImportErrorRow {
  @PrimaryColumn({ type: 'text' }) import_id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'int' }) row!: number;
  @PrimaryColumn({ type: 'int' }) item!: number;
  @Column({ type: 'text', nullable: true }) column_name!: string | null;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) detail!: string;
  @Column({ type: 'text', nullable: true }) value!: string | null;
}
