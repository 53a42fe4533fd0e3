package dev.torii.engine.ingest.importer;

import dev.torii.engine.ingest.importer.ImportLookupDao.StoredRating;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Each MovieLens data set numbers its users on its own: user 1 of one is somebody else in another. Importing a
/// second one into the same database would make one person of two; this finds out before anything is written, by a
/// few users whose stored ratings must all be in the data set.
final class SameDataSet {
    private static final int USERS_COMPARED = 20;

    private final ImportLookupDao lookup = new ImportLookupDao();

    /// @throws ToriiException CONFLICT when the database holds ratings of these users that the data set does not
    /// know
    void check(Handle handle, MovieLensData data, List<UUID> userIds, List<UUID> videoIds) {
        RatingTable ratings = data.ratings();
        int compared = Math.min(USERS_COMPARED, userIds.size());
        List<StoredRating> stored = lookup.ratings(handle, userIds.subList(0, compared));
        if (stored.isEmpty()) {
            return;
        }
        Set<StoredRating> known = new HashSet<>();
        for (int row = 0; row < ratings.size(); row++) {
            if (ratings.user(row) < compared) {
                known.add(new StoredRating(
                        userIds.get(ratings.user(row)), videoIds.get(ratings.item(row)), ratings.epochSeconds(row)));
            }
        }
        if (!known.containsAll(stored)) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The database holds another MovieLens data set than the one in this folder: ratings that it has of"
                            + " the same user numbers are not in the folder. Their users would be mixed up.",
                    "Maybe import it into a home folder of its own: torii --home DIR import movielens ...");
        }
    }
}
