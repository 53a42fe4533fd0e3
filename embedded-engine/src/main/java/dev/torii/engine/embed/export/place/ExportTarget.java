package dev.torii.engine.embed.export.place;

import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.jobs.JobContext;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A place that holds exports. Paths are relative, with `/`.
public interface ExportTarget extends AutoCloseable {
    /// A path as people know it.
    String describe(String path);

    /// The content of a small file; empty when there is none.
    ///
    /// @throws ToriiException TARGET_UNREACHABLE, TARGET_REFUSED, CANCELLED
    Optional<byte[]> read(String path, JobContext context) throws IOException;

    /// What is wrong with the files of an export that is there, a sentence each, as far as it can be told from
    /// here.
    ///
    /// @param checksums relative path to SHA-256
    List<String> problems(String folder, Map<String, String> checksums);

    /// Puts new files into `folder`. Nobody sees it before all files are there: its file `last` is the last one.
    ///
    /// @throws ToriiException CONFLICT when the folder is there already; TARGET_UNREACHABLE, TARGET_REFUSED,
    /// CANCELLED
    void publish(String folder, String last, ModelFolder.Contents contents, JobContext context) throws IOException;

    /// Replaces one file at once.
    ///
    /// @throws ToriiException TARGET_UNREACHABLE, TARGET_REFUSED, CANCELLED
    void replace(String path, byte[] content, JobContext context) throws IOException;

    @Override
    void close();
}
