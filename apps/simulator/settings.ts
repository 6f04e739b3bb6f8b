import { join } from 'node:path';
import { z } from 'zod';

const rate = z.union([z.literal('infinite'), z.coerce.number().positive()]);
const milliseconds = z.coerce.number().int().min(0);
const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.object({
  /** Where journal.jsonl and the spool live. One simulator a directory. */
  SIMULATOR_DIR: z.string().min(1),
  /** The address to listen on; the simulator has no keys, so it stays on loopback. */
  SIMULATOR_HOST: z.enum(['127.0.0.1', 'localhost', '::1']).default('127.0.0.1'),
  /** Port of the printer; 0 takes a free one. */
  SIMULATOR_IPP_PORT: port.default(0),
  /** Port of the control API and of the post's tracking; 0 takes a free one. */
  SIMULATOR_HTTP_PORT: port.default(0),
  /** The inserter's hot folder (`jobs`, `results`); under SIMULATOR_DIR when left out. */
  SIMULATOR_INSERTER_DIR: z.string().min(1).optional(),
  /** The post's folder (`announced`, `handed-over`, `acknowledged`, `tracking`); under SIMULATOR_DIR when left out. */
  SIMULATOR_POST_DIR: z.string().min(1).optional(),
  /** How codes are read from a print file: their small print (fast), or the printed matrix in a raster. */
  SIMULATOR_CAMERA: z.enum(['text', 'optical']).default('text'),
  SIMULATOR_SHEETS_PER_MINUTE: rate.default('infinite'),
  SIMULATOR_ENVELOPES_PER_HOUR: rate.default('infinite'),
  /** From the post's count to its acknowledgement file. */
  SIMULATOR_ACKNOWLEDGE_AFTER_MS: milliseconds.default(1_000),
  /** From the post's count to "in transit" of a registered item. */
  SIMULATOR_TRANSIT_AFTER_MS: milliseconds.default(1_000),
  /** From the post's count to "delivered" of a registered item. */
  SIMULATOR_DELIVERED_AFTER_MS: milliseconds.default(3_000),
  /** How the post tells of registered items: by its tracking API, by files, or both. */
  SIMULATOR_TRACKING: z.enum(['both', 'poll', 'file']).default('both'),
  /** How often the hot folders are looked at. */
  SIMULATOR_POLL_MS: milliseconds.default(200),
  /** The only key that tracking takes; any key when left out. */
  SIMULATOR_OKAPI_KEY: z.string().min(1).optional(),
  /** The cameras' eyes: poppler's programs. */
  PDFTOTEXT: z.string().min(1).default('pdftotext'),
  PDFTOPPM: z.string().min(1).default('pdftoppm'),
});

export type Rate = number | 'infinite';

/** What the control API may change while the simulator runs. */
export interface Knobs {
  sheetsPerMinute: Rate;
  envelopesPerHour: Rate;
  acknowledgeAfterMs: number;
  transitAfterMs: number;
  deliveredAfterMs: number;
  /** One acknowledgement a deposit, or an instalment a tray. */
  acknowledge: 'whole' | 'by_tray';
  /** Who asks the tracking API gets answers unless 'file'; tracking files are written unless 'poll'. */
  tracking: 'both' | 'poll' | 'file';
}

export interface Settings {
  readonly directory: string;
  readonly host: string;
  readonly ippPort: number;
  readonly httpPort: number;
  readonly inserterFolder: string;
  readonly postFolder: string;
  readonly camera: 'text' | 'optical';
  readonly pollMs: number;
  readonly okapiKey: string | undefined;
  readonly pdftotext: string;
  readonly pdftoppm: string;
  readonly knobs: Knobs;
}

/** Reads the settings once, whole. Throws ZodError, which names the rule that is broken and no value. */
export function simulatorSettings(environment: Record<string, string | undefined>): Settings {
  const env = Environment.parse(environment);
  return {
    directory: env.SIMULATOR_DIR,
    host: env.SIMULATOR_HOST,
    ippPort: env.SIMULATOR_IPP_PORT,
    httpPort: env.SIMULATOR_HTTP_PORT,
    inserterFolder: env.SIMULATOR_INSERTER_DIR ?? join(env.SIMULATOR_DIR, 'inserter'),
    postFolder: env.SIMULATOR_POST_DIR ?? join(env.SIMULATOR_DIR, 'post'),
    camera: env.SIMULATOR_CAMERA,
    pollMs: env.SIMULATOR_POLL_MS,
    okapiKey: env.SIMULATOR_OKAPI_KEY,
    pdftotext: env.PDFTOTEXT,
    pdftoppm: env.PDFTOPPM,
    knobs: {
      sheetsPerMinute: env.SIMULATOR_SHEETS_PER_MINUTE,
      envelopesPerHour: env.SIMULATOR_ENVELOPES_PER_HOUR,
      acknowledgeAfterMs: env.SIMULATOR_ACKNOWLEDGE_AFTER_MS,
      transitAfterMs: env.SIMULATOR_TRANSIT_AFTER_MS,
      deliveredAfterMs: env.SIMULATOR_DELIVERED_AFTER_MS,
      acknowledge: 'whole',
      tracking: env.SIMULATOR_TRACKING,
    },
  };
}
