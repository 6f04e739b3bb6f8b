import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentState, LetterState, OrderState, TemplateVersionState } from '#domain/life-cycles';
import type { Mode } from '../scope.ts';

/** Rows of what customers bring (migrations 0003, 0010, 0011, 0021). Columns called content there may be null: erased. */

@Entity({ schema: 'pli', name: 'templates' })
export class TemplateRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'template_versions' })
export class TemplateVersionRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) template_id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text' }) html!: string;
  @Column({ type: 'jsonb' }) data_schema!: unknown;
  @Column({ type: 'jsonb' }) sample_data!: unknown;
  @Column({ type: 'text' }) state!: TemplateVersionState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'int' }) proofs!: number;
  @Column({ type: 'text', nullable: true }) asked_by!: string | null;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) approved_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'documents' })
export class DocumentRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) state!: DocumentState;
  @Column({ type: 'int' }) pages!: number;
  @Column({ type: 'int' }) bytes!: number;
  @Column({ type: 'text', nullable: true }) blob!: string | null;
  @Column({ type: 'bytea', nullable: true }) content_key!: Buffer | null;
  @Column({ type: 'bytea' }) content_hash!: Buffer;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) state_since!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'text', array: true }) repairs!: string[];
  @Column({ type: 'text', nullable: true }) original_blob!: string | null;
  @Column({ type: 'bytea', nullable: true }) original_sha256!: Buffer | null;
  @Column({ type: 'jsonb', nullable: true }) page_lines!: unknown;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text', nullable: true }) library!: 'letterhead' | 'attachment' | null;
}

@Entity({ schema: 'pli', name: 'orders' })
export class OrderRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', nullable: true }) contract_id!: string | null;
  @Column({ type: 'text' }) state!: OrderState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'jsonb' }) options!: unknown;
  @Column({ type: 'text', nullable: true }) client_reference!: string | null;
  @Column({ type: 'text', nullable: true }) cost_centre!: string | null;
  @Column({ type: 'int' }) letters!: number;
  @Column({ type: 'int' }) open_letters!: number;
  @Column({ type: 'text' }) archive!: 'none' | 'simple';
  @Column({ type: 'date', nullable: true }) planned_deposit_date!: string | null;
  @Column({ type: 'text', nullable: true }) workflow_id!: string | null;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) submitted_at!: Date | null;
  @Column({ type: 'text', array: true }) accept!: string[];
  @Column({ type: 'text', nullable: true }) person_id!: string | null;
  @Column({ type: 'jsonb', nullable: true }) preparation!: unknown;
  @Column({ type: 'text', array: true }) prepared_documents!: string[];
}

@Entity({ schema: 'pli', name: 'letters' })
export class LetterRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) order_id!: string;
  @Column({ type: 'int' }) position!: number;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text' }) state!: LetterState;
  @Column({ type: 'timestamptz' }) state_since!: Date;
  @Column({ type: 'timestamptz', nullable: true }) deadline_at!: Date | null;
  @Column({ type: 'jsonb', nullable: true }) recipient!: unknown;
  @Column({ type: 'jsonb', nullable: true }) sender!: unknown;
  @Column({ type: 'jsonb', nullable: true }) data!: unknown;
  @Column({ type: 'text', nullable: true }) client_reference!: string | null;
  @Column({ type: 'bytea', nullable: true }) content_key!: Buffer | null;
  @Column({ type: 'bytea', nullable: true }) content_hash!: Buffer | null;
  @Column({ type: 'text' }) country!: string;
  @Column({ type: 'text' }) postcode!: string;
  @Column({ type: 'jsonb' }) options!: unknown;
  @Column({ type: 'text' }) service!: string;
  @Column({ type: 'text', nullable: true }) template_version_id!: string | null;
  @Column({ type: 'text', nullable: true }) document_id!: string | null;
  @Column({ type: 'text', array: true }) attachment_ids!: string[];
  @Column({ type: 'text', nullable: true }) document_pages!: string | null;
  @Column({ type: 'text', nullable: true }) address_page!: 'auto' | 'add' | null;
  @Column({ type: 'text', array: true }) attachment_pages!: string[];
  @Column({ type: 'text', array: true }) accept!: string[];
  @Column({ type: 'jsonb', nullable: true }) warnings!: unknown;
  @Column({ type: 'text', nullable: true }) composed_blob!: string | null;
  @Column({ type: 'bytea', nullable: true }) composed_hash!: Buffer | null;
  @Column({ type: 'jsonb', nullable: true }) parts!: unknown;
  @Column({ type: 'int', array: true, nullable: true }) sheet_code_zones!: number[] | null;
  @Column({ type: 'int', nullable: true }) pages!: number | null;
  @Column({ type: 'int', nullable: true }) sheets!: number | null;
  @Column({ type: 'text', nullable: true }) envelope!: string | null;
  @Column({ type: 'int', nullable: true }) weight_mg!: number | null;
  @Column({ type: 'int', nullable: true }) weight_band!: number | null;
  @Column({ type: 'int', nullable: true }) postage_cents!: number | null;
  @Column({ type: 'jsonb', nullable: true }) lot_key!: unknown;
  @Column({ type: 'text', nullable: true }) lot_key_text!: string | null;
  @Column({ type: 'int' }) current_copy!: number;
  @Column({ type: 'text', nullable: true }) registered_number!: string | null;
  @Column({ type: 'text', nullable: true }) carrier_status!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) next_poll_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) handed_over_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) accepted_at!: Date | null;
  @Column({ type: 'date', nullable: true }) deposit_day!: string | null;
  @Column({ type: 'bigint', nullable: true }) deposit_number!: number | null;
  @Column({ type: 'timestamptz', nullable: true }) ended_at!: Date | null;
  @Column({ type: 'text', nullable: true }) reason_code!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'text', nullable: true }) person_id!: string | null;
}

@Entity({ schema: 'pli', name: 'idempotency_keys' })
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'text' }) account_id!: string;
  @PrimaryColumn({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'bytea' }) request_hash!: Buffer;
  @Column({ type: 'int', nullable: true }) status!: number | null;
  @Column({ type: 'jsonb', nullable: true }) answer!: unknown;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'text', nullable: true }) names!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
  @Column({ type: 'boolean' }) hash_keyed!: boolean;
}

/** A word of a recipient's name, by which its letter is found (migration 0019): kept by triggers, gone with the content. */
@Entity({ schema: 'pli', name: 'letter_names' })
export class LetterNameRow {
  @PrimaryColumn({ type: 'text' }) account_id!: string;
  @PrimaryColumn({ type: 'text' }) mode!: Mode;
  @PrimaryColumn({ type: 'text' }) word!: string;
  @PrimaryColumn({ type: 'text' }) letter_id!: string;
}
