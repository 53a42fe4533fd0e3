package dev.torii.engine.database;

import org.jdbi.v3.core.Handle;

/// A moment in the life of the database, for those who follow it: "what was committed since then?".
///
/// It is PostgreSQL's own snapshot, the list of transactions that were finished. Numbers of a sequence would not
/// do: a transaction may take a lower number and commit later, and a follower that has passed the number would
/// never see it. Rows bear the number of the transaction that wrote them (`revision`); what was not finished at the
/// mark is new. A mark taken before reading never misses anything; a row committed in between may be told twice.
///
/// @param snapshot as `txid_current_snapshot()` gives it; valid within one database server only
public record ChangeMark(String snapshot) {
    /// The condition under which a row of `alias` is new since the mark that is bound as `:since`.
    public static String condition(String alias) {
        return """
                %1$s.revision >= txid_snapshot_xmin(cast(:since as txid_snapshot))
                    and not txid_visible_in_snapshot(%1$s.revision, cast(:since as txid_snapshot))
                """.formatted(alias);
    }

    /// This moment.
    public static ChangeMark now(Handle handle) {
        return new ChangeMark(handle.createQuery("select cast(txid_current_snapshot() as text)")
                .mapTo(String.class)
                .one());
    }
}
