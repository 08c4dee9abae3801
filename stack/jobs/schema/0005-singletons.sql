create index run_singleton_idx on run (fn_id, singleton_key) where singleton_key is not null and ended_at is null;
