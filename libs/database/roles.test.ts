import { cloneDatabase, type TestDatabase } from './testing/clone-database.ts';

/**
 * The catalogue: what each role may do to each table, said once more here by hand. A grant that is added must be added here too,
 * where a reviewer sees it; a table without forced row-level security, or without a policy for a granted role, fails.
 */
let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase();
});
afterAll(() => db?.drop());

/** s select, i insert, u update (of the columns in brackets), d delete. */
const grants: Record<string, Record<string, string>> = {
  pli_account: {
    account_settings: 'siu',
    accounts: 's',
    archived_files: 'su(keep_until,reason_code)',
    blob_removals: 'sid',
    blob_uses: 'sid',
    compositions: 'siu',
    content_keys: 's',
    contracts: 's',
    cost_centres: 'siu',
    devices: 's(retired_at,simulated,site_id)',
    documents: 'siu',
    events: 'si',
    idempotency_keys: 'siu',
    import_batches: 'sid',
    import_errors: 'sid',
    imports: 'siu',
    letter_names: 's',
    letters: 'siu',
    memberships: 's(account_id,id,person_id)',
    message_attempts: 's',
    messages: 'siu',
    notes: 'siu',
    notice_confirmations: 'siu(address,confirmed_at,expires_at)',
    orders: 'siu',
    outbox: 'i',
    person_mails: 'i',
    persons: 's(id,name)',
    previews: 'si',
    profiles: 's',
    sites: 's',
    statistics: 's',
    statistics_changes: 'si',
    stocks: 's',
    streams: 'su(last_hash,last_number)',
    subscribers: 'siu',
    support_profiles: 's(data,id,valid_from,valid_to,version)',
    template_versions: 'siu',
    templates: 'siu',
    ticket_messages: 'si',
    tickets: 'siu',
  },
  pli_site: {
    accounts: 's',
    archived_files: 'siu',
    blob_removals: 'sid',
    blob_uses: 'sid',
    cases: 'siu',
    compositions: 'siud',
    content_keys: 's',
    contracts: 's',
    day_closings: 'si',
    deposits: 'siu',
    devices: 's',
    documents: 'su',
    events: 'si',
    facts: 'si',
    idempotency_keys: 's(account_id,answer,erased_at,mode,names)u(answer,erased_at)',
    first_offs: 'si',
    import_batches: 'su(hash)',
    import_errors: 'sd',
    imports: 'su(deadline_at,definition,erased_at,keep_until,reading,state,state_since)',
    intakes: 's',
    irreversible_steps: 'siu(undone_at,undone_by)d',
    letters: 'su',
    lots: 'siu',
    machine_states: 'siu',
    notes: 'siu',
    number_ranges: 'su(next)',
    orders: 'su',
    outbox: 'si',
    pieces: 'siu',
    postage_counters: 'su(last_mark)',
    postage_entries: 'siu',
    previews: 'su',
    profiles: 's',
    registered_numbers: 'siu',
    reveals: 'si',
    site_numbers: 'su',
    sites: 's',
    statistics: 'siud',
    statistics_changes: 'sid',
    stocks: 's',
    streams: 'su(last_hash,last_number)',
    template_versions: 'su(approved_at,deadline_at,reason_code,state,state_since)',
    templates: 's',
    trays: 'siu',
  },
  pli_provider: {
    accounts: 'siu',
    api_keys: 'siu',
    content_keys: 'i',
    contracts: 'siu',
    credentials: 's(confirmed_at,created_at,id,kind,person_id,used_at)d',
    devices: 'siu',
    events: 'si',
    identity_providers: 'siu',
    memberships: 'siu',
    number_ranges: 'siu',
    person_links: 's(created_at,expires_at,id,kind,membership_id,person_id,used_at)iu(used_at)',
    person_mails: 'i',
    persons: 'siu',
    postage_counters: 'si',
    profiles: 'siu',
    sessions: 's(created_at,expires_at,id,membership_id,person_id,seen_at)d',
    site_numbers: 'si',
    sites: 'siu',
    stocks: 'siu',
    streams: 'siu(last_hash,last_number)',
    support_profiles: 'siu',
  },
  pli_person: {
    accounts: 's(id,name,state)',
    credentials: 'siud',
    events: 'i',
    memberships: 'su(state)',
    person_links: 'siu(used_at)',
    person_mails: 'i',
    persons: 'su(language,last_membership_id,last_mode,name,state)',
    sessions: 'siu(challenge,hash,membership_id,mode,second_factor_at,seen_at)d',
    sites: 's(id,mode,name)',
    streams: 'su(last_hash,last_number)',
  },
  pli_people: {
    accounts: 'su(siret,verification,verified_at)',
    api_keys: 's(account_id,created_at,id,mode,name,prefix,revoked_at,role,scopes,site_id)iu(revoked_at)',
    credentials: 's(confirmed_at,id,kind,person_id)',
    events: 'si',
    idempotency_keys: 'siu',
    identity_providers: 'siu',
    memberships: 'siu',
    person_links: 's(created_at,expires_at,id,kind,membership_id,person_id,used_at)iu(used_at)',
    person_mails: 'i',
    persons: 's(created_at,email,id,language,last_membership_id,name,state)iu',
    sessions: 's(id,membership_id,person_id,seen_at)u(membership_id)',
    streams: 'su(last_hash,last_number)',
  },
  pli_door: {},
  pli_relay: { intakes: 'si', outbox: 'sud', streams: 's' },
  pli_teller: {
    events: 'si',
    message_attempts: 'sid',
    messages: 'siud',
    memberships: 's(kind,person_id,scopes,state)',
    notice_confirmations: 's(expires_at,id)d',
    person_mails: 'su(attempts,ended_at,next_at,sealed,state)d',
    persons: 's(email,id,state)',
    streams: 'su(last_hash,last_number)',
    subscribers: 'su',
    support_calls: 'su(attempts,called,ended_at,next_at,state)d',
  },
  pli_eraser: {
    blob_removals: 'sid',
    blob_uses: 'sid',
    contracts: 's(account_id,id,mode,site_id)',
    documents:
      's(account_id,created_at,deadline_at,id,library,mode,state,state_since)u(blob,content_key,deadline_at,erased_at,library,name,original_blob,original_sha256,page_lines,state,state_since)',
    events: 'i',
    idempotency_keys: 'su(answer,erased_at,hash_keyed,request_hash)',
    import_batches: 's(import_id)d',
    import_errors: 's(import_id)d',
    imports:
      's(account_id,deadline_at,id,keep_until,mode,order_id,state)u(deadline_at,definition,erased_at,keep_until,reading,state,state_since)',
    letters:
      's(attachment_ids,created_at,document_id,erased_at,id,options,order_id,site_id,state)u(client_reference,content_key,data,erased_at,recipient,sender,state,state_since)',
    orders:
      's(account_id,created_at,deadline_at,id,mode,options,prepared_documents,state)u(client_reference,cost_centre,deadline_at,letters,preparation,prepared_documents,state,state_since)',
    profiles: 's(data,kind,site_id,valid_from,version)',
    streams: 'su(last_hash,last_number)',
  },
  pli_support: {
    accounts: 's',
    events: 'i',
    outbox: 'i',
    streams: 'su(last_hash,last_number)',
    support_calls: 'i',
    support_profiles: 's',
    ticket_messages: 'siu(text)',
    tickets: 'su',
  },
  pli_audit: {
    account_settings: 's',
    accounts: 's',
    api_keys: 's(account_id,created_at,id,mode,prefix,revoked_at,role,scopes,site_id)',
    archived_files:
      's(account_id,blob,bytes,content_hash,content_key,created_at,erased_at,id,keep_until,letter_id,mode,order_id,reason_code,sent_at,site_id,state,state_since)',
    blob_removals: 's',
    blob_uses: 's',
    cases: 's',
    compositions: 's',
    contracts: 's',
    cost_centres: 's',
    credentials: 's(confirmed_at,created_at,id,kind,person_id,used_at)',
    day_closings: 's',
    deposits: 's',
    devices: 's',
    documents: 's',
    events: 's',
    facts: 's',
    first_offs: 's',
    idempotency_keys: 's',
    identity_providers: 's(account_id,client_id,created_at,domains,id,issuer,required,state,vouches)',
    import_batches: 's',
    import_errors: 's',
    imports: 's',
    intakes: 's',
    irreversible_steps: 's',
    letter_names: 's',
    letters: 's',
    lots: 's',
    memberships: 's',
    machine_states: 's',
    message_attempts: 's(account_id,at,id,message_id,milliseconds,mode,outcome,status)',
    messages: 's',
    notes: 's',
    notice_confirmations: 's(account_id,asked_at,confirmed_at,expires_at,id,mode)',
    number_ranges: 's',
    orders: 's',
    outbox: 's',
    person_links: 's(created_at,expires_at,id,kind,membership_id,person_id,used_at)',
    person_mails: 's(attempts,created_at,ended_at,id,kind,next_at,person_id,state)',
    persons: 's(created_at,id,language,removed_at,state)',
    pieces: 's',
    postage_counters: 's',
    postage_entries: 's',
    previews: 's',
    profiles: 's',
    registered_numbers: 's',
    sessions: 's(created_at,expires_at,id,membership_id,mode,person_id,second_factor_at,seen_at,signed_in_by)',
    reveals: 's',
    site_numbers: 's',
    sites: 's',
    statistics: 's',
    statistics_changes: 's',
    stocks: 's',
    streams: 's',
    subscribers:
      's(account_id,batch_most,batch_seconds,channel,created_at,cursor,failing_since,id,kind,mode,reason_code,redeliver_next,redeliver_to,state,state_since,told_at,types)',
    support_calls: 's(asked_at,attempts,created_at,due_at,ended_at,next_at,number,reason,state,ticket_id)',
    support_profiles: 's(data,id,valid_from,valid_to,version)',
    template_versions: 's',
    templates: 's',
    ticket_messages: 's(account_id,author,created_at,mode,number,side,ticket_id)',
    tickets:
      's(account_id,answered_at,asked_at,closed_at,created_at,deadline_at,due_at,erased_at,escalated_at,escalations,first_answered_at,id,letter_id,messages,mode,order_id,person_id,profile_version,reason_code,state,state_since)',
    trays: 's',
  },
};
const roles = Object.keys(grants);

async function grantsInCatalogue(): Promise<typeof grants> {
  const rows = await db.asOwner<{ role: string; table: string; letter: string; columns: string | null }>(
    `select r as role, c.relname as table, p.letter,
       case when has_table_privilege(r, c.oid, p.name) then null
         else (select string_agg(a.attname, ',' order by a.attname) from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege(r, c.oid, a.attnum, p.name)) end as columns
     from unnest($1::text[]) r, pg_class c,
       (values ('s', 'select', 1), ('i', 'insert', 2), ('u', 'update', 3), ('d', 'delete', 4), ('T', 'truncate', 5), ('R', 'references', 6), ('G', 'trigger', 7)) p(letter, name, rank)
     where c.relnamespace = 'pli'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and (has_table_privilege(r, c.oid, p.name) or (p.letter in ('s', 'i', 'u', 'R') and has_any_column_privilege(r, c.oid, p.name)))
     order by r, c.relname, p.rank`,
    [roles],
  );
  const found: typeof grants = Object.fromEntries(roles.map((role) => [role, {}]));
  for (const { role, table, letter, columns } of rows) {
    const tables = found[role] ?? {};
    tables[table] = `${tables[table] ?? ''}${letter}${columns === null ? '' : `(${columns})`}`;
  }
  return found;
}

test('each role may do exactly what is listed', async () => {
  expect(await grantsInCatalogue()).toEqual(grants);
});

test('PUBLIC may do nothing to any table and run only what tells scopes and names', async () => {
  const tables = await db.asOwner(
    `select c.relname from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'pli'::regnamespace and a.grantee = 0`,
  );
  expect(tables).toEqual([]);
  const functions = await db.asOwner<{ name: string }>(
    `select p.proname as name from pg_proc p where p.pronamespace = 'pli'::regnamespace and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)) order by 1`,
  );
  expect(functions.map((f) => f.name)).toEqual([
    'name_in',
    'scope_account',
    'scope_mode',
    'scope_own',
    'scope_person',
    'scope_site',
    'stream_is_of',
    'words_of',
  ]);
});

test('what runs with the rights of the owner is known, and finds nothing by a search path', async () => {
  const functions = await db.asOwner(
    `select proname as name, proconfig as settings from pg_proc where pronamespace = 'pli'::regnamespace and prosecdef order by 1`,
  );
  const known = [
    'colleagues',
    'desk_opens',
    'document_uses',
    'domains_taken',
    'door_begin_flow',
    'door_forget_tries',
    'door_identity_provider',
    'door_key',
    'door_link',
    'door_notice_link',
    'door_passkey',
    'door_person',
    'door_seen',
    'door_session',
    'door_signs_in_elsewhere',
    'door_subject',
    'door_take_flow',
    'door_try',
    'ensure_event_partitions',
    'forget_person',
    'is_nowhere',
    'keep_changed_names',
    'keep_new_names',
    'letters_of_codes',
  ];
  expect(functions).toEqual(known.map((name) => ({ name, settings: ['search_path=pg_catalog'] })));
});

test('every table forces row-level security, partitions of the ledger too', async () => {
  const open = await db.asOwner(
    `select relname from pg_class where relnamespace = 'pli'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(open).toEqual([]);
  await db.asOwner(`select pli.ensure_event_partitions('2031-05-01', 2)`);
  const [partition] = await db.asOwner(
    `select relrowsecurity, relforcerowsecurity from pg_class where relname = 'events_2031_06'`,
  );
  expect(partition).toEqual({ relrowsecurity: true, relforcerowsecurity: true });
});

test('every grant has a policy, every policy a grant', async () => {
  const policies = await db.asOwner<{ role: string; table: string }>(
    `select r.rolname as role, c.relname as table from pg_policy p join pg_class c on c.oid = p.polrelid, unnest(p.polroles) x(oid) join pg_roles r on r.oid = x.oid
     where r.rolname = any($1)`,
    [roles],
  );
  const named = (pairs: [string, string][]) => pairs.map(([role, table]) => `${role} ${table}`).sort();
  const withPolicy = named(policies.map((p) => [p.role, p.table]));
  const granted = named(
    roles.flatMap((role) => Object.keys(grants[role] ?? {}).map((table): [string, string] => [role, table])),
  );
  // The auditor's policies stand on every table; the wrapped keys it is not granted.
  expect([...new Set(withPolicy)].filter((name) => name !== 'pli_audit content_keys')).toEqual(granted);
});

test('no role can log in as a group, pass row-level security, own anything or make roles', async () => {
  const rows = await db.asOwner<{ rolname: string }>(
    `select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles
     where rolname = any($1 || array['pli_api', 'pli_worker', 'pli_checker']) order by rolname`,
    [roles],
  );
  for (const row of rows)
    expect(row).toEqual({
      rolname: row.rolname,
      rolcanlogin: ['pli_api', 'pli_worker', 'pli_checker'].includes(row.rolname),
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
    });
  expect(rows).toHaveLength(roles.length + 3);
  const owned = await db.asOwner(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'pli\\_%'`,
  );
  expect(owned).toEqual([]);
});

test('each login may take on these roles and no other', async () => {
  const rows = await db.asOwner<{ login: string; roles: string[] }>(
    `select l.rolname as login, array_agg(distinct g.rolname::text order by g.rolname::text) as roles
     from pg_auth_members m join pg_roles l on l.oid = m.member join pg_roles g on g.oid = m.roleid
     where l.rolname in ('pli_api', 'pli_worker', 'pli_checker') group by 1 order by 1`,
  );
  expect(rows).toEqual([
    {
      login: 'pli_api',
      roles: [
        'pli_account',
        'pli_audit',
        'pli_door',
        'pli_people',
        'pli_person',
        'pli_provider',
        'pli_site',
        'pli_support',
      ],
    },
    { login: 'pli_checker', roles: ['pli_audit'] },
    { login: 'pli_worker', roles: ['pli_eraser', 'pli_relay', 'pli_site', 'pli_support', 'pli_teller'] },
  ]);
});
