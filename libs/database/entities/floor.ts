import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CarriedOver, DayFigures } from '#domain/end-of-day';
import type { Mode } from '../scope.ts';

/** What people of the print room sign, see and are shown (migration 0023). */

@Entity({ schema: 'pli', name: 'machine_states' })
export class MachineStateRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) state!: 'ready' | 'busy' | 'trouble' | 'silent';
  @Column({ type: 'timestamptz' }) since!: Date;
  @Column({ type: 'timestamptz' }) asked_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) heard_at!: Date | null;
  @Column({ type: 'text', array: true }) reasons!: string[];
  @Column({ type: 'text', nullable: true }) job!: string | null;
  @Column({ type: 'int', nullable: true }) progress!: number | null;
}

@Entity({ schema: 'pli', name: 'first_offs' })
export class FirstOffRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) lot_id!: string;
  @Column({ type: 'text' }) piece_id!: string;
  @Column({ type: 'boolean' }) passed!: boolean;
  @Column({ type: 'text', array: true }) failed_checks!: string[];
  @Column({ type: 'text' }) signed_by!: string;
  @Column({ type: 'timestamptz' }) signed_at!: Date;
}

@Entity({ schema: 'pli', name: 'day_closings' })
export class DayClosingRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'jsonb' }) figures!: DayFigures;
  @Column({ type: 'jsonb' }) carried_over!: CarriedOver[];
  @Column({ type: 'text' }) signed_by!: string;
  @Column({ type: 'timestamptz' }) signed_at!: Date;
}

@Entity({ schema: 'pli', name: 'reveals' })
export class RevealRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) letter_id!: string;
  @Column({ type: 'text' }) revealed_to!: string;
  @Column({ type: 'text' }) reason_code!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'timestamptz' }) until!: Date;
}
