import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '../scope.ts';

/** Rows that the provider sets up (migration 0002). What they hold as JSON is read by the schemas of the domain. */

@Entity({ schema: 'pli', name: 'accounts' })
export class AccountRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) state!: 'active' | 'suspended';
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'text', nullable: true }) siret!: string | null;
  @Column({ type: 'text' }) verification!: 'none' | 'claimed' | 'verified';
  @Column({ type: 'timestamptz', nullable: true }) verified_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'content_keys' })
export class ContentKeyRow {
  @PrimaryColumn({ type: 'text' }) owner_id!: string;
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'bytea' }) wrapped!: Buffer;
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'sites' })
export class SiteRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) time_zone!: string;
  @Column({ type: 'text' }) state!: 'active' | 'suspended';
  @Column({ type: 'timestamptz' }) created_at!: Date;
}

@Entity({ schema: 'pli', name: 'site_numbers' })
export class SiteNumberRow {
  @PrimaryColumn({ type: 'text' }) site_id!: string;
  @PrimaryColumn({ type: 'text' }) kind!: 'lot' | 'tray' | 'deposit';
  @Column({ type: 'bigint' }) last!: number;
}

@Entity({ schema: 'pli', name: 'contracts' })
export class ContractRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) contract_id!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text' }) account_id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'jsonb' }) terms!: unknown;
  @Column({ type: 'timestamptz' }) valid_from!: Date;
  @Column({ type: 'timestamptz', nullable: true }) valid_to!: Date | null;
}

@Entity({ schema: 'pli', name: 'api_keys' })
export class ApiKeyRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) role!: 'provider' | 'operator' | 'customer';
  @Column({ type: 'text', nullable: true }) account_id!: string | null;
  @Column({ type: 'text', nullable: true }) site_id!: string | null;
  @Column({ type: 'text', nullable: true }) mode!: Mode | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) prefix!: string;
  @Column({ type: 'bytea' }) hash!: Buffer;
  @Column({ type: 'text', array: true }) scopes!: string[];
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) revoked_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'devices' })
export class DeviceRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) mode!: Mode;
  @Column({ type: 'text' }) kind!: 'printer' | 'inserter' | 'carrier';
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) address!: string;
  @Column({ type: 'boolean' }) simulated!: boolean;
  @Column({ type: 'jsonb' }) settings!: unknown;
  @Column({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) retired_at!: Date | null;
}

@Entity({ schema: 'pli', name: 'stocks' })
export class StockRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) stock_id!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) kind!: 'envelope' | 'paper';
  @Column({ type: 'jsonb' }) data!: unknown;
  @Column({ type: 'timestamptz' }) valid_from!: Date;
  @Column({ type: 'timestamptz', nullable: true }) valid_to!: Date | null;
}

@Entity({ schema: 'pli', name: 'profiles' })
export class ProfileRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) profile_id!: string;
  @Column({ type: 'int' }) version!: number;
  @Column({ type: 'text' }) site_id!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'jsonb' }) data!: unknown;
  @Column({ type: 'timestamptz' }) valid_from!: Date;
  @Column({ type: 'timestamptz', nullable: true }) valid_to!: Date | null;
}
