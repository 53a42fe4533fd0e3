package dev.torii.app.cli;

import picocli.CommandLine;

/// The version of this build, from the manifest of its jar.
public final class Version implements CommandLine.IVersionProvider {
    /// `0.1.0`; `unpackaged` when the classes do not come from a jar.
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /// The line of `torii --version`.
    public static String line() {
        return "torii " + number() + " (Java " + Runtime.version().feature() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch") + ")";
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
