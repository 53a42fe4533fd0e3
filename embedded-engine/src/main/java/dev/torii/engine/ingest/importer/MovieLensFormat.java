package dev.torii.engine.ingest.importer;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The formats in which MovieLens data sets come, told apart by their files.
public enum MovieLensFormat {
    /// `u.data`, `u.item`, `u.genre`, `u.user`: tabs and bars, Latin-1.
    ML_100K("u.item", "u.data", "u.user", "\t", StandardCharsets.ISO_8859_1),
    /// `movies.dat`, `ratings.dat`, `users.dat`: double colons, Latin-1.
    ML_1M("movies.dat", "ratings.dat", "users.dat", "::", StandardCharsets.ISO_8859_1),
    /// `movies.dat`, `ratings.dat` and no `users.dat`: double colons, UTF-8.
    ML_10M("movies.dat", "ratings.dat", "", "::", StandardCharsets.UTF_8),
    /// `movies.csv`, `ratings.csv`: 20M, 25M, 32M, latest; CSV with a header line, UTF-8.
    ML_LATEST("movies.csv", "ratings.csv", "", ",", StandardCharsets.UTF_8);

    private final String moviesFile;
    private final String ratingsFile;
    private final String usersFile;
    private final String separator;
    private final Charset charset;

    MovieLensFormat(String moviesFile, String ratingsFile, String usersFile, String separator, Charset charset) {
        this.moviesFile = moviesFile;
        this.ratingsFile = ratingsFile;
        this.usersFile = usersFile;
        this.separator = separator;
        this.charset = charset;
    }

    /// The format of the data set in `folder`.
    ///
    /// @throws ToriiException BROKEN_INPUT when the folder holds none, or lacks a file of the one it holds
    public static MovieLensFormat of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ToriiException(
                    ErrorCode.BROKEN_INPUT,
                    folder + " is not a folder.",
                    "Maybe the archive is still packed: unpack it and name the folder that holds u.data, ratings.dat"
                            + " or ratings.csv.");
        }
        for (MovieLensFormat format : values()) {
            boolean all = Files.isRegularFile(folder.resolve(format.moviesFile))
                    && Files.isRegularFile(folder.resolve(format.ratingsFile))
                    && (format.usersFile.isEmpty()
                            || format == ML_100K
                            || Files.isRegularFile(folder.resolve(format.usersFile)));
            if (all) {
                return format;
            }
        }
        throw new ToriiException(
                ErrorCode.BROKEN_INPUT,
                folder + " holds no MovieLens data set: neither u.item and u.data, nor movies.dat and ratings.dat, nor"
                        + " movies.csv and ratings.csv are all there.",
                "Maybe the data set is in a folder below this one, or a file of it is missing.");
    }

    Path moviesFile(Path folder) {
        return folder.resolve(moviesFile);
    }

    Path ratingsFile(Path folder) {
        return folder.resolve(ratingsFile);
    }

    String separator() {
        return separator;
    }

    Charset charset() {
        return charset;
    }
}
