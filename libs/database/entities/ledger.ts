import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Cause } from '../event-hash.ts';
import type { Mode } from '../scope.ts';
import type { Subject } from '../subjects.ts';

/** Rows of the ledger and of what moves work: streams, events, outbox, intakes, facts, notes (migration 0001). */

@Entity({ schema: 'pli', name: 'streams' })
export class StreamRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', nullable: true }) mode!: Mode | null;
  @Column({ type: 'bigint' }) last_number!: number;
  @Column({ type: 'bytea' }) last_hash!: Buffer;
}

@Entity({ schema: 'pli', name: 'events' })
export class EventRow {
  @PrimaryColumn({ type: 'text' }) stream!: string;
  @PrimaryColumn({ type: 'bigint' }) number!: number;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', nullable: true }) mode!: Mode | null;
  @Column({ type: 'text' }) subject!: Subject;
  @Column({ type: 'text' }) subject_id!: string;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
  @PrimaryColumn({ type: 'timestamptz' }) recorded_at!: Date;
  @Column({ type: 'text' }) actor!: string;
  @Column({ type: 'jsonb' }) cause!: Cause;
  @Column({ type: 'jsonb' }) data!: unknown;
  @Column({ type: 'bytea' }) previous_hash!: Buffer;
  @Column({ type: 'bytea' }) hash!: Buffer;
}

@Entity({ schema: 'pli', name: 'outbox' })
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ type: 'text' }) kind!: 'order' | 'start' | 'nudge';
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) order_id!: string | null;
  @Column({ type: 'int', nullable: true }) letters!: number | null;
  @Column({ type: 'text', nullable: true }) workflow_type!: string | null;
  @Column({ type: 'text', nullable: true }) workflow_id!: string | null;
  @Column({ type: 'jsonb', nullable: true }) input!: unknown;
  @Column({ type: 'bigint', nullable: true }) intake!: number | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) done_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'intakes' })
export class IntakeRow {
  @PrimaryColumn({ type: 'text' }) site_id!: string;
  @PrimaryColumn({ type: 'bigint' }) number!: number;
  @Column({ type: 'int' }) letters!: number;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'facts' })
export class FactRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) source!: string;
  @Column({ type: 'text' }) source_id!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) subject_id!: string;
  @Column({ type: 'jsonb' }) data!: unknown;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'timestamptz' }) recorded_at!: Date;
}

@Entity({ schema: 'pli', name: 'notes' })
export class NoteRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', nullable: true }) mode!: Mode | null;
  @Column({ type: 'text' }) subject_id!: string;
  @Column({ type: 'text', nullable: true }) text!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}
