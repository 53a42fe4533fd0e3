package dev.torii.engine.ingest.sample;

import org.jdbi.v3.core.Handle;

/// SQL of the sample: whether there is room for it.
final class SampleDao {
    boolean isEmpty(Handle handle) {
        return handle.createQuery("""
                        select not exists (select 1 from public.video) and not exists (select 1 from public.app_user)
                        """).mapTo(Boolean.class).one();
    }
}
