import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '../scope.ts';

/** Rows of stored bytes and compositions (migrations 0003, 0011). */

@Entity({ schema: 'pli', name: 'blob_uses' })
export class BlobUseRow {
  @Column({ type: 'text' }) owner_id!: string;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'text' }) blob!: string;
  @PrimaryColumn({ type: 'text' }) use!: string;
  @PrimaryColumn({ type: 'text' }) used_by!: string;
  @Column({ type: 'bigint' }) bytes!: number;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'blob_removals' })
export class BlobRemovalRow {
  @PrimaryColumn({ type: 'text' }) blob!: string;
  @Column({ type: 'text' }) owner_id!: string;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'compositions' })
export class CompositionRow {
  @PrimaryColumn({ type: 'text' }) account_id!: string;
  @PrimaryColumn({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'bytea' }) key!: Buffer;
  @Column({ type: 'text' }) blob!: string;
  @Column({ type: 'jsonb' }) parts!: unknown;
  @Column({ type: 'int', array: true }) sheet_code_zones!: number[];
  @Column({ type: 'int' }) sheets!: number;
  @Column({ type: 'jsonb' }) warnings!: unknown;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}
