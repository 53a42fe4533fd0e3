-- Of which state of the user's history a vector was made: with another state it is stale.
alter table public.user_embedding add column history_stamp text;
