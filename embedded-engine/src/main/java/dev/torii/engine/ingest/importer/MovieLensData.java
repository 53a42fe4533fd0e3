package dev.torii.engine.ingest.importer;

import dev.torii.models.catalog.Video;
import java.util.List;

/// A MovieLens data set, read and checked as a whole.
///
/// @param videos in the order of the file; the external id is the film's number in the data set
/// @param ratings every item of it is one of `videos`
/// @param users ids of all users, those without ratings included where the data set lists its users
public record MovieLensData(MovieLensFormat format, List<Video> videos, RatingTable ratings, List<String> users) {
    /// The source of the rows, see [dev.torii.models.catalog.SourceIds].
    public static final String SOURCE = "movielens";

    public MovieLensData {
        videos = List.copyOf(videos);
        users = List.copyOf(users);
    }
}
