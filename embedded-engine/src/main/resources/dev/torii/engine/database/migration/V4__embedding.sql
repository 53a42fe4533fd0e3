-- Models and the vectors that they made. Vectors of several models live side by side.
create table public.model (
    version text primary key,
    state text not null check (state in ('CANDIDATE', 'ACTIVE', 'RETIRED', 'REJECTED')),
    dimension integer not null check (dimension > 0),
    created_at timestamptz not null default now(),
    activated_at timestamptz,
    files jsonb not null,
    settings jsonb not null,
    metrics jsonb not null,
    data_fingerprint text not null,
    gate_reason text
);
create unique index model_one_active on public.model (state) where state = 'ACTIVE';

create table public.video_embedding (
    video_id uuid not null references public.video on delete cascade,
    model_version text not null references public.model on delete cascade,
    embedding ${embedding_column},
    video_revision bigint not null,      -- the revision of the video that was encoded: another one is stale
    updated_at timestamptz not null default now(),
    revision bigint not null default txid_current(),
    primary key (video_id, model_version)
);
alter table public.video_embedding alter column embedding set storage external;
create index video_embedding_revision on public.video_embedding (model_version, revision);

create table public.user_embedding (
    user_id uuid not null references public.app_user on delete cascade,
    model_version text not null references public.model on delete cascade,
    embedding ${embedding_column},
    computed boolean not null,           -- false: the user had no history
    updated_at timestamptz not null default now(),
    primary key (user_id, model_version)
);
alter table public.user_embedding alter column embedding set storage external;
create index user_embedding_model on public.user_embedding (model_version);

do $$
declare
    name text;
begin
    if '${vector_operator_class}' <> '' then
        execute 'create index video_embedding_nearest on public.video_embedding'
            ' using hnsw (embedding ${vector_operator_class}) with (m = 16, ef_construction = 64)';
    end if;
    foreach name in array array['model', 'video_embedding', 'user_embedding'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant all on public.%I to service_role', name);
        execute format('create policy service on public.%I to service_role using (true) with check (true)', name);
    end loop;
end
$$;

grant select on public.model to authenticated;
create policy users_read on public.model for select to authenticated using (true);

grant select, insert, update, delete on public.user_embedding to authenticated;
create policy own on public.user_embedding to authenticated
    using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
