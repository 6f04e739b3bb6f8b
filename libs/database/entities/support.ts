import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TicketState } from '#domain/life-cycles';
import type { SupportProfile } from '#domain/support-profile';
import type { EscalationReason, TicketSide } from '#domain/tickets';
import type { Mode } from '../scope.ts';

/** Rows of questions to support, of when it answers (migration 0027), and of calls for whoever leads it (0026). */

@Entity({ schema: 'pli', name: 'support_profiles' })
export class SupportProfileRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'jsonb' }) data!: SupportProfile;
  @Column({ type: 'text', array: true }) called!: string[];
  @Column({ type: 'timestamptz' }) valid_from!: Date;
  @Column({ type: 'timestamptz', nullable: true }) valid_to!: Date | null;
}

@Entity({ schema: 'pli', name: 'tickets' })
export class TicketRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text', nullable: true }) person_id!: string | null;
  @Column({ type: 'text', nullable: true }) order_id!: string | null;
  @Column({ type: 'text', nullable: true }) letter_id!: string | null;
  @Column({ type: 'text' }) state!: TicketState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'text', nullable: true }) subject!: string | null;
  @Column({ type: 'int' }) messages!: number;
  @Column({ type: 'timestamptz' }) asked_at!: Date;
  @Column({ type: 'timestamptz' }) due_at!: Date;
  @Column({ type: 'int', nullable: true }) profile_version!: number | null;
  @Column({ type: 'timestamptz', nullable: true }) first_answered_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) answered_at!: Date | null;
  @Column({ type: 'int' }) escalations!: number;
  @Column({ type: 'timestamptz', nullable: true }) escalated_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) closed_at!: Date | null;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'ticket_messages' })
export class TicketMessageRow {
  @PrimaryColumn({ type: 'text' }) ticket_id!: string;
  @PrimaryColumn({ type: 'int' }) number!: number;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) side!: TicketSide;
  @Column({ type: 'text' }) author!: string;
  @Column({ type: 'text', nullable: true }) text!: string | null;
  @Column({ type: 'text', nullable: true }) request_key!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'support_calls' })
export class SupportCallRow {
  @PrimaryColumn({ type: 'text' }) ticket_id!: string;
  @PrimaryColumn({ type: 'int' }) number!: number;
  @Column({ type: 'text' }) reason!: EscalationReason;
  @Column({ type: 'timestamptz' }) asked_at!: Date;
  @Column({ type: 'timestamptz' }) due_at!: Date;
  @Column({ type: 'text', array: true, nullable: true }) called!: string[] | null;
  @Column({ type: 'text' }) state!: 'due' | 'sent' | 'failed';
  @Column({ type: 'int' }) attempts!: number;
  @Column({ type: 'timestamptz', nullable: true }) next_at!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) ended_at!: Date | null;
}
