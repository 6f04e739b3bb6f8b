import { join } from 'node:path';
import { z } from 'zod';
import { deskKinds } from '#contracts/api/session';
import { allowedNetworks } from '#telling/settings';

const port = z.coerce.number().int().min(0).max(65535);
const count = z.coerce.number().int().min(1);

const clamdAddress = z.string().regex(/^(unix:\/.+|[^\s/]+:\d{1,5})$/, 'host:port or unix:/path');

/** Where `npm run build` puts the console, seen from our source as well as from dist. */
const [root = ''] = import.meta.dirname.split(/[\\/](?:dist[\\/])?apps[\\/]api/);

const schema = z.object({
  DATABASE_URL: z.url(),
  BLOB_DIR: z.string().min(1),
  MASTER_KEY_FILE: z.string().min(1),
  /** Without it there is no admission limit. */
  VALKEY_URL: z.url().optional(),
  /** Where the auditor's histories of processes are read; asked only then. */
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port.default(8080),
  /** Database connections of this process. */
  API_CONNECTIONS: count.default(10),
  /** The address by which people reach us, `https://mail.example.org`: links in mails, passkeys and cookies are made for it. This machine's without it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies in front of us whose X-Forwarded-For is believed, as addresses or networks by commas. None by default: an address is the connection's. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || [])),
  /** At which desks people must have a second factor: of account, site, provider and audit, by commas; or none. */
  SECOND_FACTOR_FOR: z
    .string()
    .default('site,provider,audit')
    .transform((text) => (text === 'none' ? [] : text.split(',').map((kind) => kind.trim())))
    .pipe(z.array(z.enum(deskKinds))),
  /** A person's session ends when it was not used for so long … */
  SESSION_IDLE_SECONDS: count.default(3600),
  /** … and after so long in any case. */
  SESSION_SECONDS: count.default(12 * 3600),
  /** Tries to sign in with one e-mail: so many at once, and one more each so many seconds. */
  SIGN_IN_TRIES: count.default(10),
  SIGN_IN_TRY_SECONDS: count.default(60),
  /** The same for all e-mails from one network address, behind which may be a whole office. */
  SIGN_IN_ADDRESS_TRIES: count.default(60),
  SIGN_IN_ADDRESS_TRY_SECONDS: count.default(5),
  /** A sign-in that fails is answered this long after it came, known e-mail or not. */
  SIGN_IN_REFUSAL_MS: z.coerce.number().int().min(0).default(600),
  /** Requests a second that one key may make, and how many it may save up. */
  API_RATE_PER_SECOND: count.default(100),
  API_RATE_BURST: count.default(200),
  /** The same for all keys of an account in one mode together. */
  API_ACCOUNT_RATE_PER_SECOND: count.default(200),
  API_ACCOUNT_RATE_BURST: count.default(400),
  /** Requests in work at once; more are told to come back. */
  API_IN_FLIGHT: count.default(250),
  /** Requests of one key in work at once; more are told that it asks too much, so that one key leaves room for others. */
  API_IN_FLIGHT_A_KEY: count.default(100),
  /** Event streams open at once: of one key, and of all in this process. */
  API_STREAMS_A_KEY: count.default(10),
  API_STREAMS: count.default(1000),
  /** Networks that webhooks, and identity providers, may be in besides the public internet; the worker needs the same. */
  WEBHOOK_ALLOWED_NETWORKS: allowedNetworks,
  /** From whom mail notices come, when a worker sends mails (SMTP_URL there). */
  MAIL_FROM: z.string().optional(),
  /** Largest uploaded document, in bytes and pages. */
  DOCUMENT_BYTES: count.default(20 * 1024 * 1024),
  DOCUMENT_PAGES: count.default(100),
  /** Pages of a document that is uploaded to be split into many letters. */
  DOCUMENT_SPLIT_PAGES: count.default(2000),
  /** Documents examined at once; each keeps about a core busy. */
  DOCUMENTS_AT_ONCE: count.default(2),
  /** The clamd that looks at uploads: `host:port` or `unix:/path`. Without it nothing is scanned, and no live print room takes orders. */
  CLAMD_ADDRESS: clamdAddress.optional(),
  /** How long a preview can be looked at before what it shows is erased. */
  PREVIEW_SECONDS: count.default(3600),
  /** Folder of the built console. */
  CONSOLE_DIR: z.string().default(join(root, 'dist/apps/console')),
});
export type Settings = z.output<typeof schema>;

/** Reads the settings once and whole. The message names what is wrong by rule, never by value: a URL holds a password. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The API cannot start with these settings:\n${faults.join('\n')}`);
}
