package dev.torii.engine.embed.export;

import dev.torii.engine.embed.export.place.ExportTarget;
import dev.torii.engine.embed.export.place.ReloadHook;
import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.embedding.ExportFormat;
import dev.torii.models.embedding.ExportResult;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One export: the files of the version under a folder of its own, then `latest.json`, then the hook. Every step
/// that is done already is left out, so the same command goes on where a failed one stopped.
final class ExportRun {
    private final ModelVersion model;
    private final ExportFormat format;
    private final ExportTarget target;
    private final @Nullable ReloadHook hook;
    private final Clock clock;
    private final JobContext context;

    /// @param hook null: nobody is asked to reload
    ExportRun(
            ModelVersion model,
            ExportFormat format,
            ExportTarget target,
            @Nullable ReloadHook hook,
            Clock clock,
            JobContext context) {
        this.model = model;
        this.format = format;
        this.target = target;
        this.hook = hook;
        this.clock = clock;
        this.context = context;
    }

    /// @throws ToriiException CONFLICT when another or a damaged export stands there; TARGET_UNREACHABLE,
    /// TARGET_REFUSED, CANCELLED
    ExportResult run(ModelFolder.Contents contents) {
        try {
            return export(contents);
        } catch (IOException e) {
            throw new ToriiException(
                    ErrorCode.TARGET_REFUSED,
                    "The export of " + model.version() + " to " + target.describe(folder()) + " failed: "
                            + e.getMessage(),
                    "Maybe the disk is full, or the folder may not be written.",
                    e);
        }
    }

    private ExportResult export(ModelFolder.Contents contents) throws IOException {
        Optional<ExportManifest> before = manifest();
        before.ifPresent(this::checkSame);
        if (before.isEmpty()) {
            target.publish(folder(), ExportManifest.FILE, contents, context);
        }
        byte[] written = target.read(path(ExportManifest.FILE), context)
                .orElseThrow(() -> new IOException("its manifest is not there after it was written"));
        ExportManifest manifest = ExportManifest.read(written);
        context.checkCancelled();
        boolean switched = switchLatest(ExportManifest.sha256(written));
        if (hook != null) {
            hook.call(model.version(), format.key(), context);
        }
        return new ExportResult(
                model.version(),
                format,
                target.describe(folder()),
                manifest.sizes().size() + 1,
                manifest.bytes() + written.length,
                before.isPresent(),
                switched,
                hook != null);
    }

    private Optional<ExportManifest> manifest() throws IOException {
        Optional<byte[]> bytes = target.read(path(ExportManifest.FILE), context);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(ExportManifest.read(bytes.get()));
    }

    private void checkSame(ExportManifest there) {
        if (!there.source().equals(ExportManifest.source(model)) || there.format() != format) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    target.describe(folder()) + " holds the export of another model that bears the name "
                            + there.version() + ".",
                    "Maybe export to another folder: what is there is never overwritten.");
        }
        List<String> problems = target.problems(folder(), there.checksums());
        if (!problems.isEmpty()) {
            throw new ToriiException(
                    ErrorCode.CONFLICT,
                    "The export that is there is damaged: " + String.join(" ", problems),
                    "Maybe move it away and export again.");
        }
    }

    /// @return whether another version was named before
    private boolean switchLatest(String manifestSha256) throws IOException {
        String path = format.key() + "/" + LatestExport.FILE;
        Optional<byte[]> bytes = target.read(path, context);
        Optional<LatestExport> before =
                bytes.isEmpty() ? Optional.empty() : Optional.of(LatestExport.read(bytes.get()));
        boolean same = before.map(latest -> latest.version().equals(model.version())
                        && latest.manifestSha256().equals(manifestSha256))
                .orElse(false);
        if (same) {
            return false;
        }
        String previous = before.map(LatestExport::version).orElse(null);
        LatestExport latest = new LatestExport(model.version(), manifestSha256, previous, clock.instant());
        target.replace(path, latest.toBytes(), context);
        return true;
    }

    private String folder() {
        return format.key() + "/" + model.version();
    }

    private String path(String file) {
        return folder() + "/" + file;
    }
}
