package dev.torii.engine.database.embedded;

import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// As whom PostgreSQL's programs run. They refuse to run as root; so root has to look like somebody else.
enum ServerIdentity {
    /// Anybody but root: as oneself.
    SELF(List.of(), 0),
    /// Root, in a user namespace without a mapping: nobody in name, and still the owner of root's files.
    NAMESPACE(List.of("unshare", "-U"), 0),
    /// Root where namespaces are forbidden, as in many containers: the user nobody, who owns the data and may reach
    /// it wherever it lies.
    NOBODY(
            List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"),
            65534);

    private final List<String> prefix;
    private final int owner;

    ServerIdentity(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /// The first that works here.
    ///
    /// @throws ToriiException HOME_UNUSABLE when root has no way
    static ServerIdentity detect() throws InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        for (ServerIdentity identity : List.of(NAMESPACE, NOBODY)) {
            if (identity.works()) {
                return identity;
            }
        }
        throw new ToriiException(
                ErrorCode.HOME_UNUSABLE,
                "PostgreSQL refuses to run as root, and this machine lets root neither use namespaces nor become nobody.",
                "Maybe run Torii as another user, or set database.url to a PostgreSQL that runs already.");
    }

    /// What stands before a command.
    List<String> prefix() {
        return prefix;
    }

    /// Gives the data to the one who runs the server, when another identity made it.
    void own(Path data) throws IOException {
        if (this == SELF || owner(data) == owner) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int owner(Path data) throws IOException {
        return (int) Files.getAttribute(data, "unix:uid");
    }

    boolean works() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(prefix.stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // the program is not installed
        }
    }
}
