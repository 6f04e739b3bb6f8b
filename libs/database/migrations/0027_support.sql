-- Questions of customers to the provider's support, what is said about them, and when support answers. What people wrote is content: it is
-- erased at the end of its keeping, and never told by the ledger.
do $$
begin
  create role pli_support nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema pli to pli_support;

-- One dated series: opening hours, holidays, and how long an answer may take.
create table pli.support_profiles (
  id text primary key,
  version int not null unique check (version >= 1),
  data jsonb not null,
  called text[] not null, -- content: mail addresses of those who are called when nobody has answered in time
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from)
);

create table pli.tickets (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  person_id text, -- who asked; null: a program
  order_id text, -- what it is about
  letter_id text,
  state text not null check (state in ('open', 'answered', 'reopened', 'closed', 'erased')),
  state_since timestamptz not null,
  deadline_at timestamptz,
  subject text, -- content
  messages int not null check (messages >= 1),
  asked_at timestamptz not null, -- the question that waits for an answer, or did last
  due_at timestamptz not null, -- when its answer is due
  profile_version int, -- of support, by which that was counted; null: what holds without one
  first_answered_at timestamptz,
  answered_at timestamptz,
  escalations int not null default 0,
  escalated_at timestamptz,
  closed_at timestamptz,
  reason_code text, -- why it was closed
  created_at timestamptz not null,
  erased_at timestamptz,
  check ((state = 'erased') = (deadline_at is null)),
  check ((state = 'erased') = (erased_at is not null)),
  check ((state in ('closed', 'erased')) = (closed_at is not null)),
  check (state <> 'erased' or subject is null),
  unique (id, account_id, mode),
  foreign key (order_id, account_id, mode) references pli.orders (id, account_id, mode)
);
create index tickets_by_account on pli.tickets (account_id, mode, id);
create index tickets_waiting on pli.tickets (deadline_at) where state in ('open', 'reopened');
create index tickets_by_letter on pli.tickets (letter_id) where letter_id is not null;

create table pli.ticket_messages (
  ticket_id text not null,
  number int not null check (number >= 1),
  account_id text not null,
  mode text not null,
  side text not null check (side in ('customer', 'support')),
  author text not null, -- as the ledger names an actor
  text text, -- content
  request_key text, -- a message sent twice under one key is one
  created_at timestamptz not null,
  primary key (ticket_id, number),
  unique (ticket_id, request_key),
  foreign key (ticket_id, account_id, mode) references pli.tickets (id, account_id, mode)
);

-- A ticket belongs to no print room: its process is started and woken without one.
alter table pli.outbox alter column site_id drop not null;
alter table pli.outbox add constraint outbox_without_site check (site_id is not null or kind in ('start', 'nudge') and workflow_id like 'ticket/%');
create policy account_tickets on pli.outbox for insert to pli_account with check (
  account_id = pli.scope_account() and site_id is null and kind in ('start', 'nudge')
  and workflow_id in (select 'ticket/' || id from pli.tickets));

do $$
declare t text;
begin
  foreach t in array array['tickets', 'ticket_messages', 'support_profiles'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
    execute format('create policy support on pli.%I to pli_support using (true) with check (true)', t);
  end loop;
  foreach t in array array['tickets', 'ticket_messages'] loop
    execute format('create policy account on pli.%I to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
      with check (account_id = pli.scope_account() and mode = pli.scope_mode())', t);
  end loop;
end $$;
-- Who sees their own orders alone sees their own questions alone.
create policy own on pli.tickets as restrictive to pli_account
  using ((select pli.scope_own()) is null or person_id = (select pli.scope_own()));
create policy own on pli.ticket_messages as restrictive for select to pli_account
  using ((select pli.scope_own()) is null or exists (select from pli.tickets t where t.id = ticket_id));
create policy account on pli.support_profiles for select to pli_account using (true);
create policy provider on pli.support_profiles to pli_provider using (true) with check (true);
-- Support answers accounts, and tells their streams of their tickets only.
create policy support on pli.accounts for select to pli_support using (true);
create policy support on pli.streams to pli_support using (account_id is not null) with check (account_id is not null);
create policy support on pli.events for insert to pli_support with check (account_id is not null and subject = 'ticket');
create policy support on pli.outbox for insert to pli_support with check (site_id is null and kind = 'nudge' and workflow_id like 'ticket/%');

grant select, insert, update on pli.tickets to pli_account;
grant select, insert on pli.ticket_messages to pli_account;
grant select (id, version, data, valid_from, valid_to) on pli.support_profiles to pli_account;
grant select, insert, update on pli.support_profiles to pli_provider;
grant select, update on pli.tickets to pli_support;
grant select, insert, update (text) on pli.ticket_messages to pli_support;
grant select on pli.support_profiles, pli.accounts to pli_support;
grant select, update (last_number, last_hash) on pli.streams to pli_support;
grant insert on pli.events, pli.outbox to pli_support;
grant select (id, account_id, mode, person_id, order_id, letter_id, state, state_since, deadline_at, messages, asked_at, due_at, profile_version,
  first_answered_at, answered_at, escalations, escalated_at, closed_at, reason_code, created_at, erased_at) on pli.tickets to pli_audit;
grant select (ticket_id, number, account_id, mode, side, author, created_at) on pli.ticket_messages to pli_audit;
grant select (id, version, data, valid_from, valid_to) on pli.support_profiles to pli_audit;
