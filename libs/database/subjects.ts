import { lifeCycles, type LifeCycleSubject } from '#domain/life-cycles';

/**
 * What the ledger tells of: each subject's table and the columns that are *not* a fold of its events: content (erasable, never in
 * the ledger) and working columns that steer polling. Every other column is proved by the checker.
 */
export const subjects = {
  account: { table: 'accounts', unfolded: ['name', 'siret'] },
  site: { table: 'sites', unfolded: ['name'] },
  person: { table: 'persons', unfolded: ['email', 'email_hash', 'name', 'last_membership_id', 'last_mode'] },
  membership: { table: 'memberships', unfolded: [] },
  identity_provider: { table: 'identity_providers', unfolded: ['client_secret', 'domains'] },
  key: { table: 'api_keys', unfolded: ['hash', 'name'] },
  contract: { table: 'contracts', unfolded: [] },
  device: { table: 'devices', unfolded: ['address', 'settings'] },
  stock: { table: 'stocks', unfolded: [] },
  profile: { table: 'profiles', unfolded: [] },
  number_range: { table: 'number_ranges', unfolded: ['next'] },
  postage_counter: { table: 'postage_counters', unfolded: ['last_mark'] },
  template: { table: 'templates', unfolded: ['name'] },
  template_version: { table: 'template_versions', unfolded: ['html', 'data_schema', 'sample_data'] },
  document: {
    table: 'documents',
    unfolded: ['blob', 'content_key', 'original_blob', 'original_sha256', 'page_lines', 'deadline_at', 'name'],
  },
  order: {
    table: 'orders',
    unfolded: ['client_reference', 'cost_centre', 'open_letters', 'preparation', 'prepared_documents'],
  },
  letter: {
    table: 'letters',
    // Whose it is, its order tells.
    unfolded: [
      'recipient',
      'sender',
      'data',
      'client_reference',
      'content_key',
      'country',
      'postcode',
      'next_poll_at',
      'person_id',
    ],
  },
  import: {
    table: 'imports',
    // How far it is moves with each batch; it is told when the import is complete.
    unfolded: ['deadline_at', 'definition', 'reading', 'next_byte', 'rows_read', 'rows_taken', 'rows_left_out'],
  },
  preview: { table: 'previews', unfolded: ['letter', 'template', 'trouble', 'warnings', 'problems', 'person_id'] },
  piece: { table: 'pieces', unfolded: [] },
  lot: { table: 'lots', unfolded: [] },
  tray: { table: 'trays', unfolded: [] },
  deposit: { table: 'deposits', unfolded: [] },
  case: { table: 'cases', unfolded: [] },
  first_off: { table: 'first_offs', unfolded: [] },
  day_closing: { table: 'day_closings', unfolded: [] },
  registered_number: { table: 'registered_numbers', unfolded: [] },
  postage_entry: { table: 'postage_entries', unfolded: [] },
  cost_centre: { table: 'cost_centres', unfolded: ['code', 'label'] },
  account_settings: { table: 'account_settings', unfolded: [] },
  archived_file: {
    table: 'archived_files',
    unfolded: ['blob', 'content_key', 'sha256', 'recipient', 'client_reference'],
  },
  ticket: { table: 'tickets', unfolded: ['subject'] },
  support_profile: { table: 'support_profiles', unfolded: ['called'] },
  subscriber: {
    table: 'subscribers',
    unfolded: [
      'url',
      'description',
      'secret',
      'former_secret',
      'former_secret_until',
      'addresses',
      'confirmed_addresses',
      'cursor',
      'told_at',
      'failing_since',
      'redeliver_next',
      'redeliver_to',
    ],
  },
} as const satisfies Record<string, { table: string; unfolded: readonly string[] }>;

export type Subject = keyof typeof subjects;

export const hasLifeCycle = (subject: Subject): subject is LifeCycleSubject & Subject => subject in lifeCycles;

/** The stream that tells of a row: its account's in its mode, its site's, or the provider's. */
export function streamOf(
  subject: Subject,
  row: { account_id?: string | null; site_id?: string | null; mode?: string | null },
): string {
  switch (subject) {
    case 'order':
    case 'letter':
    case 'template':
    case 'template_version':
    case 'document':
    case 'subscriber':
    case 'import':
    case 'preview':
    case 'cost_centre':
    case 'account_settings':
    case 'archived_file':
    case 'ticket':
      return `account/${row.account_id}/${row.mode}`;
    case 'piece':
    case 'lot':
    case 'tray':
    case 'deposit':
    case 'case':
    case 'first_off':
    case 'day_closing':
    case 'registered_number':
    case 'postage_entry':
      return `site/${row.site_id}`;
    default:
      return 'provider';
  }
}
