import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '../scope.ts';

/** People, their desks and how they prove who they are (migration 0016). */

export type PersonState = 'invited' | 'active' | 'removed';
export type Language = 'fr' | 'en';
export type DeskKind = 'account' | 'site' | 'provider' | 'audit';
export type CredentialKind = 'password' | 'totp' | 'recovery_code' | 'passkey' | 'single_sign_on';
export type SignedInBy = 'password' | 'passkey' | 'single_sign_on';

@Entity({ schema: 'pli', name: 'persons' })
export class PersonRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) state!: PersonState;
  @Column({ type: 'text', nullable: true }) email!: string | null;
  @Column({ type: 'bytea', nullable: true }) email_hash!: Buffer | null;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ type: 'text' }) language!: Language;
  @Column({ type: 'text', nullable: true }) last_membership_id!: string | null;
  @Column({ type: 'text', nullable: true }) last_mode!: Mode | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) removed_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'memberships' })
export class MembershipRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) person_id!: string;
  @Column({ type: 'text' }) kind!: DeskKind;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', array: true }) modes!: Mode[];
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'text', array: true }) scopes!: string[];
  @Column({ type: 'text' }) state!: 'invited' | 'active' | 'suspended' | 'removed';
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'sessions' })
export class SessionRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'bytea' }) hash!: Buffer;
  @Column({ type: 'text' }) person_id!: string;
  @Column({ type: 'text', nullable: true }) membership_id!: string | null;
  @Column({ type: 'text', nullable: true }) mode!: Mode | null;
  @Column({ type: 'text' }) signed_in_by!: SignedInBy;
  @Column({ type: 'text', nullable: true }) device!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz' }) seen_at!: Date;
  @Column({ type: 'timestamptz' }) expires_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) second_factor_at!: Date | null;
  @Column({ type: 'text', nullable: true }) challenge!: string | null;
  @Column({ type: 'text', nullable: true }) identity_provider_id!: string | null;
}

@Entity({ schema: 'pli', name: 'credentials' })
export class CredentialRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) person_id!: string;
  @Column({ type: 'text' }) kind!: CredentialKind;
  @Column({ type: 'text', nullable: true }) hash!: string | null;
  @Column({ type: 'bytea', nullable: true }) secret!: Buffer | null;
  @Column({ type: 'bigint', nullable: true }) last_step!: number | null;
  @Column({ type: 'text', nullable: true }) passkey_id!: string | null;
  @Column({ type: 'bytea', nullable: true }) public_key!: Buffer | null;
  @Column({ type: 'bigint', nullable: true }) counter!: number | null;
  @Column({ type: 'text', array: true, nullable: true }) transports!: string[] | null;
  @Column({ type: 'text', nullable: true }) issuer!: string | null;
  @Column({ type: 'text', nullable: true }) subject!: string | null;
  @Column({ type: 'text', nullable: true }) label!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) confirmed_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) used_at!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'person_links' })
export class PersonLinkRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) kind!: 'invitation' | 'recovery';
  @Column({ type: 'bytea' }) hash!: Buffer;
  @Column({ type: 'text' }) person_id!: string;
  @Column({ type: 'text', nullable: true }) membership_id!: string | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz' }) expires_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) used_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'person_mails' })
export class PersonMailRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) person_id!: string | null;
  @Column({ type: 'text' }) kind!: 'invitation' | 'recovery' | 'changed' | 'notice_address';
  @Column({ type: 'bytea', nullable: true }) sealed!: Buffer | null;
  @Column({ type: 'text' }) state!: 'due' | 'sent' | 'failed';
  @Column({ type: 'int' }) attempts!: number;
  @Column({ type: 'timestamptz', nullable: true }) next_at!: Date | null;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) ended_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'sign_in_flows' })
export class SignInFlowRow {
  @PrimaryColumn({ type: 'bytea' }) hash!: Buffer;
  @Column({ type: 'text' }) kind!: 'passkey' | 'single_sign_on';
  @Column({ type: 'jsonb' }) data!: unknown;
  @Column({ type: 'timestamptz' }) expires_at!: Date;
}

@Entity({ schema: 'pli', name: 'identity_providers' })
export class IdentityProviderRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text' }) issuer!: string;
  @Column({ type: 'text' }) client_id!: string;
  @Column({ type: 'bytea' }) client_secret!: Buffer;
  @Column({ type: 'text', array: true }) domains!: string[];
  @Column({ type: 'boolean' }) required!: boolean;
  @Column({ type: 'boolean' }) vouches!: boolean;
  @Column({ type: 'text' }) state!: 'active' | 'removed';
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'sign_in_tries' })
export class SignInTryRow {
  @PrimaryColumn({ type: 'bytea' }) name!: Buffer;
  @Column({ type: 'double precision' }) tries!: number;
  @Column({ type: 'int' }) refused!: number;
  @Column({ type: 'timestamptz' }) at!: Date;
}
