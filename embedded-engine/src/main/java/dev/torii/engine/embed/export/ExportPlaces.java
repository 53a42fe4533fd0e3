package dev.torii.engine.embed.export;

import dev.torii.engine.EngineConfig.ServingConfig;
import dev.torii.engine.embed.export.place.BucketAddress;
import dev.torii.engine.embed.export.place.BucketTarget;
import dev.torii.engine.embed.export.place.ExportTarget;
import dev.torii.engine.embed.export.place.FolderTarget;
import dev.torii.engine.embed.export.place.Patience;
import dev.torii.engine.embed.export.place.WebAddress;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Finds what `--to` names.
final class ExportPlaces {
    private final ServingConfig config;
    private final Path home;
    private final Patience patience;

    ExportPlaces(ServingConfig config, Path home, Patience patience) {
        this.config = config;
        this.home = home.toAbsolutePath().normalize();
        this.patience = patience;
    }

    /// @throws ToriiException INVALID_VALUE for a place that cannot be; CONFIGURATION when a bucket is named and no
    /// Storage is configured
    ExportTarget find(String to) {
        if (BucketAddress.isOne(to)) {
            return bucket(BucketAddress.parse(to));
        }
        if (to.isBlank() || to.contains("://")) {
            throw unknown(to);
        }
        try {
            Path folder = Path.of(to).toAbsolutePath().normalize();
            if (folder.startsWith(home)) {
                throw new ToriiException(
                        ErrorCode.INVALID_VALUE,
                        folder + " lies in the home folder, which belongs to the registry.",
                        "Maybe a folder beside it.");
            }
            return new FolderTarget(folder);
        } catch (InvalidPathException e) {
            throw unknown(to);
        }
    }

    private ExportTarget bucket(BucketAddress address) {
        URI url = config.storageUrl();
        String key = config.storageKey();
        if (url == null || key == null) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "An upload to a bucket needs " + (url == null ? "serving.storageUrl" : "serving.storageKey") + ".",
                    "Maybe set both: the project's address, and its service key.");
        }
        return new BucketTarget(
                address, WebAddress.of("serving.storageUrl", url), key, home.resolve("exports"), patience);
    }

    private static ToriiException unknown(String to) {
        return new ToriiException(
                ErrorCode.INVALID_VALUE,
                "\"" + to + "\" is neither a folder nor a bucket.",
                "Maybe supabase://BUCKET/FOLDER.");
    }
}
