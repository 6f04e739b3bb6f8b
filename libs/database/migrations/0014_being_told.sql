-- Who is told of an account's events by webhook or mail, and the messages to them. Everything here is made from the feed: a message names
-- the numbers of its events and holds nothing of them.
do $$
begin
  create role pli_teller nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema pli to pli_teller;

create table pli.subscribers (
  id text primary key,
  account_id text not null references pli.accounts (id),
  mode text not null check (mode in ('test', 'live')),
  channel text not null check (channel in ('webhook', 'mail')),
  kind text, -- what a mail notice tells of
  state text not null check (state in ('enabled', 'disabled', 'deleted')),
  state_since timestamptz not null,
  reason_code text, -- why it is disabled
  types text[] not null,
  batch_most int not null default 1 check (batch_most between 1 and 200),
  batch_seconds int not null default 0 check (batch_seconds between 0 and 3600),
  url text, -- content
  description text, -- content
  secret bytea, -- content: wrapped under the master key
  former_secret bytea, -- content: signs too, until …
  former_secret_until timestamptz,
  addresses text[], -- content
  cursor bigint not null, -- number of the last event put into messages, or passed over
  told_at timestamptz, -- when its last message was made
  failing_since timestamptz, -- null once something has arrived
  redeliver_next bigint, -- the range that is sent once more: from here …
  redeliver_to bigint, -- … to here
  created_at timestamptz not null,
  unique (id, account_id, mode),
  check ((channel = 'mail') = (kind is not null)),
  check ((redeliver_next is null) = (redeliver_to is null)),
  check (state <> 'deleted' or num_nonnulls(url, description, secret, former_secret, addresses) = 0),
  check (state = 'deleted' or (channel = 'webhook' and url is not null and secret is not null) or (channel = 'mail' and addresses is not null))
);
create index subscribers_by_account on pli.subscribers (account_id, mode, id);
create unique index subscribers_one_notice on pli.subscribers (account_id, mode, kind) where kind is not null and state <> 'deleted';
create index subscribers_told on pli.subscribers (id) where state <> 'deleted';

create table pli.messages (
  id text primary key, -- sent as webhook-id: made of the subscriber's id and its events' numbers, so that one made again is the same
  seq bigint generated always as identity,
  subscriber_id text not null,
  account_id text not null,
  mode text not null,
  channel text not null check (channel in ('webhook', 'mail')),
  kind text not null check (kind in ('events', 'test')),
  numbers bigint[] not null,
  state text not null check (state in ('due', 'delivered', 'failed')),
  attempts int not null default 0,
  next_at timestamptz,
  queued_at timestamptz, -- when its copy was given to Redis; null: there is none
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'due') = (next_at is not null)),
  check ((state = 'due') = (ended_at is null)),
  foreign key (subscriber_id, account_id, mode) references pli.subscribers (id, account_id, mode)
);
create index messages_due on pli.messages (subscriber_id, next_at) where state = 'due';
create index messages_by_subscriber on pli.messages (subscriber_id, seq);
create index messages_ended on pli.messages (ended_at) where ended_at is not null;

create table pli.message_attempts (
  id bigint generated always as identity primary key,
  message_id text not null references pli.messages (id),
  account_id text not null,
  mode text not null,
  at timestamptz not null,
  milliseconds int not null,
  outcome text not null,
  status int,
  answer text -- content: the first bytes of what the receiver said; removed with its message
);
create index message_attempts_by_message on pli.message_attempts (message_id, id);

do $$
declare t text;
begin
  foreach t in array array['subscribers', 'messages', 'message_attempts'] loop
    execute format('alter table pli.%I enable row level security', t);
    execute format('alter table pli.%I force row level security', t);
    execute format('create policy account on pli.%I to pli_account using (account_id = pli.scope_account() and mode = pli.scope_mode())
      with check (account_id = pli.scope_account() and mode = pli.scope_mode())', t);
    execute format('create policy teller on pli.%I to pli_teller using (true) with check (true)', t);
    execute format('create policy audit on pli.%I for select to pli_audit using (true)', t);
  end loop;
end $$;
-- The teller reads the feeds of accounts, and tells them of their subscribers only.
create policy teller on pli.streams to pli_teller using (account_id is not null) with check (account_id is not null);
create policy teller_reads on pli.events for select to pli_teller using (account_id is not null);
create policy teller_tells on pli.events for insert to pli_teller with check (account_id is not null and subject = 'subscriber');

grant select, insert, update on pli.subscribers, pli.messages to pli_account;
grant select on pli.message_attempts to pli_account;
grant select, update (last_number, last_hash) on pli.streams to pli_teller;
grant select, insert on pli.events to pli_teller;
grant select, update on pli.subscribers to pli_teller;
grant select, insert, update, delete on pli.messages to pli_teller;
grant select, insert, delete on pli.message_attempts to pli_teller;
grant select (id, account_id, mode, channel, kind, state, state_since, reason_code, types, batch_most, batch_seconds, cursor, told_at, failing_since,
  redeliver_next, redeliver_to, created_at) on pli.subscribers to pli_audit;
grant select on pli.messages to pli_audit;
grant select (id, message_id, account_id, mode, at, milliseconds, outcome, status) on pli.message_attempts to pli_audit;
