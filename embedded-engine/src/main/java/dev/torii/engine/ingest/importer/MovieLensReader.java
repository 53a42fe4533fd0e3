package dev.torii.engine.ingest.importer;

import dev.torii.engine.jobs.JobContext;
import dev.torii.models.catalog.Video;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads a folder with a MovieLens data set, of any format, without any database. The data set is taken whole or
/// not at all: one broken line refuses it.
public final class MovieLensReader {
    private final RatingFileReader ratingFiles = new RatingFileReader();

    /// Films, ratings and users of the folder, checked against each other.
    ///
    /// @throws ToriiException BROKEN_INPUT naming file, line, text and what is wrong; CANCELLED
    public MovieLensData read(Path folder, JobContext context) {
        MovieLensFormat format = MovieLensFormat.of(folder);
        List<Video> videos = readVideos(folder, format);
        RatingTable ratings = ratingFiles.movieLens(format, folder, context);
        checkItems(format.ratingsFile(folder), videos, ratings);
        List<String> listed = MovieLensUsers.read(format, folder);
        checkUsers(format.ratingsFile(folder), listed, ratings);
        MovieLensInfo.check(format, folder, videos.size(), ratings.size());
        Set<String> users = new LinkedHashSet<>(listed);
        users.addAll(ratings.userKeys());
        return new MovieLensData(format, videos, ratings, List.copyOf(users));
    }

    /// The films of the folder alone.
    public List<Video> readVideos(Path folder) {
        return readVideos(folder, MovieLensFormat.of(folder));
    }

    private static List<Video> readVideos(Path folder, MovieLensFormat format) {
        List<Video> videos = switch (format) {
            case ML_100K -> MovieLens100kItems.read(folder, format);
            case ML_1M, ML_10M, ML_LATEST -> MovieLensMovies.read(folder, format);
        };
        if (videos.isEmpty()) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT,
                    format.moviesFile(folder) + " holds no films.",
                    "Maybe the file was not written to its end.");
        }
        return videos;
    }

    private static void checkItems(Path file, List<Video> videos, RatingTable ratings) {
        Set<String> known = new HashSet<>();
        videos.forEach(video -> known.add(video.externalId()));
        for (String item : ratings.itemKeys()) {
            if (!known.contains(item)) {
                throw unknown(file, "film " + item, "the list of films");
            }
        }
    }

    private static void checkUsers(Path file, List<String> listed, RatingTable ratings) {
        Set<String> known = new HashSet<>(listed);
        if (known.isEmpty()) {
            return;
        }
        for (String user : ratings.userKeys()) {
            if (!known.contains(user)) {
                throw unknown(file, "user " + user, "the list of users");
            }
        }
    }

    private static ToriiException unknown(Path file, String what, String list) {
        return new ToriiException(
                ErrorCode.BROKEN_INPUT,
                file + " has a rating of " + what + ", which is not in " + list + " of the data set.",
                "Maybe the files come from different data sets, or one of them was cut off. Nothing was imported.");
    }
}
