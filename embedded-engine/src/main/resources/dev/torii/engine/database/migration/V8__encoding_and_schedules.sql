-- Videos whose encoding failed: what failed, how often, and when it is tried again. No foreign key to the video: a row
-- that somebody holds is one of the reasons for failing, and the key would wait for it.
create table public.embedding_retry (
    video_id uuid not null,
    model_version text not null references public.model on delete cascade,
    video_revision bigint not null,      -- a video that changed since is tried at once, as a new one
    attempts integer not null check (attempts > 0),
    last_error text not null,
    failed_at timestamptz not null,
    next_try_at timestamptz,             -- null: given up; somebody has to look
    primary key (video_id, model_version)
);
create index embedding_retry_due on public.embedding_retry (model_version, next_try_at);

-- Jobs of all processes: who started each, where it runs, how far it is, and the wish to end it.
alter table public.job
    add column actor text not null default '',
    add column process text not null default '',
    add column note text,
    add column stage text not null default '',
    add column done bigint not null default 0,
    add column total bigint not null default 0,
    add column unit text not null default '',
    add column per_second double precision not null default 0,
    add column seen_at timestamptz,      -- the last sign of life of the process
    add column cancel_requested_at timestamptz;
create index job_running on public.job (process) where state in ('WAITING', 'RUNNING');

-- What runs by itself and when next; the columns are those that db-scheduler asks for.
create table public.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_task_due on public.scheduled_task (execution_time);
create index scheduled_task_heartbeat on public.scheduled_task (last_heartbeat);

do $$
declare
    name text;
begin
    foreach name in array array['embedding_retry', 'scheduled_task'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant all on public.%I to service_role', name);
        execute format('create policy service on public.%I to service_role using (true) with check (true)', name);
    end loop;
end
$$;
