-- Videos and the terms that describe them. Everybody reads, the service writes.
create table public.video (
    id uuid primary key,
    source text not null,
    site text,
    external_id text not null,
    title text not null,
    title_search text not null,          -- the title in NFKC and lower case
    description text,
    price numeric check (price >= 0),
    duration_seconds integer check (duration_seconds >= 0),
    released_at timestamptz,
    rating_average double precision check (rating_average between 0 and 5),
    rating_count integer check (rating_count >= 0),
    thumbnail_url text,
    preview_video_url text,
    product_url text,
    fingerprint text not null,           -- of all of the above and the terms: tells a change from a repetition
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    revision bigint not null default txid_current()  -- the transaction that wrote the row: what followers ask for
);
create unique index video_source_key on public.video (source, coalesce(site, ''), external_id);
create index video_external_id on public.video (external_id);
create index video_revision on public.video (revision);
create index video_released_at on public.video (released_at desc nulls last);

create table public.term (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('GENRE', 'MAKER', 'LABEL', 'SERIES', 'DIRECTOR', 'PERFORMER', 'TAG')),
    source text not null,
    external_id text not null,
    name text not null,                  -- not unique: a source knows different genres of one name
    ruby text,
    unique (kind, source, external_id)
);
create index term_name on public.term (kind, name);

create table public.video_term (
    video_id uuid not null references public.video on delete cascade,
    position integer not null,
    term_id bigint not null references public.term,
    primary key (video_id, position),
    unique (term_id, video_id)
);

-- What followers have to forget.
create table public.video_deletion (
    video_id uuid not null,
    revision bigint not null default txid_current(),
    deleted_at timestamptz not null default now(),
    primary key (revision, video_id)
);

create function public.note_video_deletion() returns trigger language plpgsql as $$
begin
    insert into public.video_deletion (video_id) values (old.id) on conflict do nothing;
    return old;
end
$$;
create trigger video_deletion after delete on public.video
    for each row execute function public.note_video_deletion();

do $$
declare
    name text;
begin
    foreach name in array array['video', 'term', 'video_term', 'video_deletion'] loop
        execute format('alter table public.%I enable row level security', name);
        execute format('alter table public.%I force row level security', name);
        execute format('revoke all on public.%I from anon, authenticated', name);
        execute format('grant all on public.%I to service_role', name);
        execute format('create policy service on public.%I to service_role using (true) with check (true)', name);
    end loop;
    foreach name in array array['video', 'term', 'video_term'] loop
        execute format('grant select on public.%I to anon, authenticated', name);
        execute format('create policy everybody_reads on public.%I for select to anon, authenticated using (true)', name);
    end loop;
end
$$;
