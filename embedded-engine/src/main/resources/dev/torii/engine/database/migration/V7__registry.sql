-- Where a model version comes from, what its gate looked at, and what the engine wants somebody to look at.
alter table public.model
    add column parent_version text,      -- no reference: a parent may be removed, its name stays
    add column code_version text not null default '',
    add column triggered_by text not null default '',
    add column data_until timestamptz,   -- time of the newest positive that it learned from
    add column gate_checks jsonb not null default '[]',
    add column simple_weights jsonb;     -- of the linear model that answers when no towers can

create index audit_log_subject on public.audit_log (subject, id);

create table public.alert (
    id bigint generated always as identity primary key,
    key text not null,
    severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    title text not null,
    detail text not null,
    raised_at timestamptz not null,
    last_seen_at timestamptz not null,
    resolved_at timestamptz,
    count bigint not null default 1
);
create unique index alert_one_open on public.alert (key) where resolved_at is null;
create index alert_newest on public.alert (raised_at desc);

-- Tells the model folders of this database from those of another one that used the same home.
create table public.installation (
    single boolean primary key default true check (single),
    id uuid not null default gen_random_uuid()
);
insert into public.installation default values;

do $$
declare
    name text;
begin
    foreach name in array array['alert', 'installation'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant all on public.%I to service_role', name);
        execute format('create policy service on public.%I to service_role using (true) with check (true)', name);
    end loop;
end
$$;
