import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { allowedNetworks } from '#telling/settings';

/** What one worker process may be asked to do; each part may run in a process of its own. */
const parts = ['records', 'compose', 'machines', 'post', 'relay', 'watch', 'tell'] as const;
export type WorkerPart = (typeof parts)[number];

const partList = z.string().transform((text, check): WorkerPart[] => {
  const named = text.split(',').map((name) => name.trim());
  if (named.every((name): name is WorkerPart => (parts as readonly string[]).includes(name))) return named;
  check.addIssue({ code: 'custom', message: `a list of ${parts.join(', ')}` });
  return z.NEVER;
});

const schema = z.object({
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  BLOB_DIR: z.string().min(1),
  MASTER_KEY_FILE: z.string().min(1),
  /** Print files and other work in progress; may be emptied while no worker runs. */
  WORK_DIR: z.string().min(1),
  WORKER_QUEUES: partList.default([...parts]),
  /** GET /readyz answers 200 here once the workers poll. Without it nothing listens. */
  WORKER_HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Redis or Valkey for the part `tell`: copies of messages, never anything that is nowhere else. Without it webhooks and mails wait. */
  VALKEY_URL: z.url().optional(),
  /** Networks that webhooks may reach besides the public internet, and over http:// too: CIDRs or addresses, by commas. */
  WEBHOOK_ALLOWED_NETWORKS: allowedNetworks,
  /** Mail notices go out by it: smtp://user:password@host:587 or smtps://…. Without both of these, mails wait. */
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().optional(),
  /** Pages of the browser, and chunks, that compose at the same time. */
  COMPOSE_PAGES: z.coerce.number().int().min(1).default(availableParallelism()),
  /** The virus scanner that the API asks (`host:port` or `unix:/path`): live sites start only while it answers. */
  CLAMD_ADDRESS: z.string().optional(),
  CHROMIUM: z.string().default('chromium'),
  QPDF: z.string().default('qpdf'),
  PDFTOPPM: z.string().default('pdftoppm'),
  PDFTOTEXT: z.string().default('pdftotext'),
  PDFINFO: z.string().default('pdfinfo'),
  PDFTOCAIRO: z.string().default('pdftocairo'),
  LIBERATION_FONTS: z.string().optional(),
});
export type WorkerSettings = z.infer<typeof schema>;

/** The settings of this process, read once. @throws Error naming each rule that is broken, never a value */
export function readSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The worker cannot start with these settings:\n${faults.join('\n')}`);
}
