import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AttemptOutcome, DisabledReason, MessageState, NoticeKind } from '#domain/telling';
import type { Mode } from '../scope.ts';

/** Rows of who is told of an account's events, and of the messages to them (migrations 0014, 0031). */

export type Channel = 'webhook' | 'mail';

@Entity({ schema: 'pli', name: 'subscribers' })
export class SubscriberRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) channel!: Channel;
  @Column({ type: 'text', nullable: true }) kind!: NoticeKind | null;
  @Column({ type: 'text' }) state!: 'enabled' | 'disabled' | 'deleted';
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'text', nullable: true }) reason_code!: DisabledReason | null;
  @Column({ type: 'text', array: true }) types!: string[];
  @Column({ type: 'int' }) batch_most!: number;
  @Column({ type: 'int' }) batch_seconds!: number;
  @Column({ type: 'text', nullable: true }) url!: string | null;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ type: 'bytea', nullable: true }) secret!: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) former_secret!: Buffer | null;
  @Column({ type: 'timestamptz', nullable: true }) former_secret_until!: Date | null;
  @Column({ type: 'text', array: true, nullable: true }) addresses!: string[] | null;
  @Column({ type: 'text', array: true, default: '{}' }) confirmed_addresses!: string[];
  @Column({ type: 'bigint' }) cursor!: number;
  @Column({ type: 'timestamptz', nullable: true }) told_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) failing_since!: Date | null;
  @Column({ type: 'bigint', nullable: true }) redeliver_next!: number | null;
  @Column({ type: 'bigint', nullable: true }) redeliver_to!: number | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'messages' })
export class MessageRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' }) seq!: number;
  @Column({ type: 'text' }) subscriber_id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) channel!: Channel;
  @Column({ type: 'text' }) kind!: 'events' | 'test';
  @Column({ type: 'bigint', array: true }) numbers!: number[];
  @Column({ type: 'text' }) state!: MessageState;
  @Column({ type: 'int' }) attempts!: number;
  @Column({ type: 'timestamptz', nullable: true }) next_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) queued_at!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) ended_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'message_attempts' })
export class MessageAttemptRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: number;
  @Column({ type: 'text' }) message_id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'timestamptz' }) at!: Date;
  @Column({ type: 'int' }) milliseconds!: number;
  @Column({ type: 'text' }) outcome!: AttemptOutcome;
  @Column({ type: 'int', nullable: true }) status!: number | null;
  @Column({ type: 'text', nullable: true }) answer!: string | null;
}

@Entity({ schema: 'pli', name: 'notice_confirmations' })
export class NoticeConfirmationRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'bytea' }) hash!: Buffer;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text', nullable: true }) address!: string | null;
  @Column({ type: 'timestamptz' }) asked_at!: Date;
  @Column({ type: 'timestamptz' }) expires_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) confirmed_at!: Date | null;
}
