package dev.torii.app.cli;

import picocli.CommandLine;

/// The version of this build, from the manifest of its jar.
final class Version implements CommandLine.IVersionProvider {
    /// `0.1.0`; `unpackaged` when the classes do not come from a jar.
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "torii " + number() + " (Java " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ")"
        };
    }
}
