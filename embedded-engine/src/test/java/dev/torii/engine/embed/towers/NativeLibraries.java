package dev.torii.engine.embed.towers;

/// TensorFlow for tests.
public final class NativeLibraries {
    private NativeLibraries() {}

    public static void load() {
        TensorFlowRuntime.load(null);
    }
}
