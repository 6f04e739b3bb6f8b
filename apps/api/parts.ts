import type { DataSource } from 'typeorm';
import type { Redis } from 'ioredis';
import type { Clock } from '#database/ledger';
import type { Blobs } from '#storage/blobs';
import type { MasterKey } from '#storage/master-key';
import type { DocumentTools } from '#documents/tools';
import type { Door } from './http/door.ts';
import type { Log } from './http/log.ts';
import type { Settings } from './settings.ts';

/** What the API is made of and does not make itself; main.ts opens it, a test gives its own. */
export interface Parts {
  settings: Settings;
  database: DataSource;
  door: Door;
  /** Undefined: no admission limit. */
  valkey: Redis | undefined;
  blobs: Blobs;
  masterKey: MasterKey;
  tools: DocumentTools;
  clock: Clock;
  log: Log;
}

export const SETTINGS = Symbol('settings');
export const DATABASE = Symbol('database');
export const DOOR = Symbol('door');
export const VALKEY = Symbol('valkey');
export const BLOBS = Symbol('blobs');
export const MASTER_KEY = Symbol('master key');
export const TOOLS = Symbol('document tools');
export const CLOCK = Symbol('clock');
export const LOG = Symbol('log');
/** Gives the OpenAPI document of this API. */
export const OPENAPI = Symbol('openapi');
