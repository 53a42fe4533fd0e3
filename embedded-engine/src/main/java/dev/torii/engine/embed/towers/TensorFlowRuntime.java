package dev.torii.engine.embed.towers;

import ai.djl.engine.Engine;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Brings TensorFlow's natives into this process. Nothing of TensorFlow may be touched before.
public final class TensorFlowRuntime {
    /// Where DJL looks for the natives: an environment variable or a system property of this name.
    private static final String LIBRARY_PATH = "TENSORFLOW_LIBRARY_PATH";
    /// Set by the launcher: the folder of the distribution's natives.
    private static final String NATIVE_DIR = "torii.native.dir";

    private TensorFlowRuntime() {}

    /// Loads the natives; the second call does nothing.
    ///
    /// @param configured folder with the natives; null: `torii.native.dir`, else TensorFlow's own search
    /// @throws ToriiException CONFIGURATION when they cannot be loaded
    public static void load(@Nullable Path configured) {
        String folder = configured != null ? configured.toString() : System.getProperty(NATIVE_DIR);
        if (folder != null && Files.isDirectory(Path.of(folder))) {
            System.setProperty(LIBRARY_PATH, folder);
        }
        // Its warnings about classes of other versions go to the log, where they can be filtered.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        // Without this the library's fallback would look for natives on the network.
        System.setProperty("ai.djl.offline", "true");
        try {
            Engine.getEngine("TensorFlow");
        } catch (RuntimeException | LinkageError e) {
            throw new ToriiException(
                    ErrorCode.CONFIGURATION,
                    "TensorFlow's native libraries cannot be loaded from " + (folder == null ? "anywhere" : folder)
                            + ": " + e.getMessage(),
                    "Maybe serving.nativeDir points to the wrong folder, or the distribution was built for another"
                            + " platform.",
                    e);
        }
    }
}
