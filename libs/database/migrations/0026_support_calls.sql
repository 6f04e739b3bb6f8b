-- Calls for whoever leads support, by mail: each time a question was not answered in time. Before the tickets themselves, so it names one without
-- referring to it. To whom a call goes is content: gone when it is sent.
do $$
begin
  create role pli_support nologin noinherit nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;

create table pli.support_calls (
  ticket_id text not null,
  number int not null check (number >= 1), -- the ticket's escalations
  reason text not null check (reason in ('deadline_passed', 'asked_for')),
  asked_at timestamptz not null, -- the question that waits
  due_at timestamptz not null, -- when its answer was due
  called text[], -- content: mail addresses; empty: everybody of the provider who may answer
  state text not null check (state in ('due', 'sent', 'failed')),
  attempts int not null default 0,
  next_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (ticket_id, number),
  check ((state = 'due') = (next_at is not null)),
  check ((state = 'due') = (called is not null)),
  check ((state = 'due') = (ended_at is null))
);
create index support_calls_due on pli.support_calls (next_at) where state = 'due';

alter table pli.support_calls enable row level security;
alter table pli.support_calls force row level security;
create policy support on pli.support_calls for insert to pli_support with check (true);
create policy teller on pli.support_calls to pli_teller using (true) with check (true);
create policy audit on pli.support_calls for select to pli_audit using (true);
grant insert on pli.support_calls to pli_support;
grant select, update (called, state, attempts, next_at, ended_at), delete on pli.support_calls to pli_teller;
grant select (ticket_id, number, reason, asked_at, due_at, state, attempts, next_at, created_at, ended_at) on pli.support_calls to pli_audit;

-- Whom the teller calls where nobody is named: the provider's own at work, by their address alone.
create policy teller on pli.memberships for select to pli_teller using (kind = 'provider' and state = 'active');
create policy teller on pli.persons for select to pli_teller using (state = 'active' and id in (select person_id from pli.memberships));
grant select (person_id, kind, state, scopes) on pli.memberships to pli_teller;
grant select (id, state, email) on pli.persons to pli_teller;
