-- Users, what they did and what they decided. A user sees and writes its own rows; nobody else's, whatever it asks.
create table public.app_user (
    id uuid primary key,
    source text not null,
    external_id text not null,
    created_at timestamptz not null default now(),
    unique (source, external_id)
);
create index app_user_external_id on public.app_user (external_id);

create table public.interaction (
    user_id uuid not null references public.app_user on delete cascade,
    video_id uuid not null references public.video on delete cascade,
    kind text not null check (kind in ('RATING', 'VIEW', 'PURCHASE', 'LIKE', 'SKIP')),
    value real not null,
    at timestamptz not null,             -- the epoch where the time is unknown
    primary key (user_id, video_id, kind, at)
);
create index interaction_user_at on public.interaction (user_id, at desc);
create index interaction_video on public.interaction (video_id);

create table public.user_video_decision (
    user_id uuid not null references public.app_user on delete cascade,
    video_id uuid not null references public.video on delete cascade,
    decision text not null check (decision in ('LIKE', 'SKIP')),
    decided_at timestamptz not null,
    primary key (user_id, video_id)
);
create index user_video_decision_newest on public.user_video_decision (user_id, decided_at desc);
create index user_video_decision_video on public.user_video_decision (video_id);

do $$
declare
    name text;
begin
    foreach name in array array['app_user', 'interaction', 'user_video_decision'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant all on public.%I to service_role', name);
        execute format('create policy service on public.%I to service_role using (true) with check (true)', name);
    end loop;
    foreach name in array array['interaction', 'user_video_decision'] loop
        execute format('grant select, insert, update, delete on public.%I to authenticated', name);
        execute format(
            'create policy own on public.%I to authenticated using (user_id = (select auth.uid()))'
            ' with check (user_id = (select auth.uid()))', name);
    end loop;
end
$$;

grant select, insert, delete on public.app_user to authenticated;
create policy own_read on public.app_user for select to authenticated using (id = (select auth.uid()));
create policy own_delete on public.app_user for delete to authenticated using (id = (select auth.uid()));
create policy own_insert on public.app_user for insert to authenticated
    with check (id = (select auth.uid()) and source = 'auth' and external_id = id::text);
