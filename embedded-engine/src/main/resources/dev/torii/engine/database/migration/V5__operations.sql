-- What Torii notes about its own work. The service alone reads and writes it.
create table public.sync_run (
    id uuid primary key,
    source text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    request jsonb,
    read_count bigint not null default 0,
    added_count bigint not null default 0,
    changed_count bigint not null default 0,
    unchanged_count bigint not null default 0,
    quarantined_count bigint not null default 0,
    duplicate_count bigint not null default 0,
    started_at timestamptz not null,
    finished_at timestamptz,
    failure text
);
create index sync_run_newest on public.sync_run (started_at desc);

create table public.quarantine (
    id bigint generated always as identity primary key,
    run_id uuid not null references public.sync_run on delete cascade,
    external_id text,
    place text not null,
    reason text not null,
    raw text not null,
    at timestamptz not null
);
create index quarantine_run on public.quarantine (run_id, id);

create table public.job (
    id uuid primary key,
    kind text not null,
    title text not null,
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    started_at timestamptz not null,
    finished_at timestamptz,
    failure text,
    advice text
);
create index job_newest on public.job (started_at desc);

create table public.audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    user_id uuid,                        -- on whose behalf; kept when the user is gone
    subject text not null,
    detail jsonb
);
create index audit_log_newest on public.audit_log (at desc);
create index audit_log_user on public.audit_log (user_id);

do $$
declare
    name text;
begin
    foreach name in array array['sync_run', 'quarantine', 'job', 'audit_log'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant all on public.%I to service_role', name);
        execute format('create policy service on public.%I to service_role using (true) with check (true)', name);
    end loop;
end
$$;
