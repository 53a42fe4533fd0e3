package dev.torii.engine.database;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of the database's own identity, which a copy of it shares.
public final class InstallationDao {
    public UUID id(Handle handle) {
        return handle.createQuery("select id from public.installation")
                .mapTo(UUID.class)
                .one();
    }
}
