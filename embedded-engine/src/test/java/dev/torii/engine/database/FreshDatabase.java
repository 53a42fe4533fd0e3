package dev.torii.engine.database;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.database.embedded.EmbeddedPostgres;
import dev.torii.engine.database.embedded.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// A database of its own for a test, with the schema and without rows: a copy of a template on one server that all
/// tests of this machine share. It takes a tenth of a second.
public final class FreshDatabase implements AutoCloseable {
    private static final Map<SchemaVariant, EmbeddedPostgres> SERVERS = new EnumMap<>(SchemaVariant.class);
    private static final int POOL_SIZE = 3;

    private final EmbeddedPostgres server;
    private final String name = "t_" + UUID.randomUUID().toString().replace("-", "");
    private final Path home;

    private FreshDatabase(EmbeddedPostgres server, Path home) {
        this.server = server;
        this.home = home;
    }

    public static FreshDatabase portable() {
        return of(SchemaVariant.PORTABLE);
    }

    /// Skips the test when the variant cannot be had here.
    public static FreshDatabase of(SchemaVariant variant) {
        try {
            Path home = Files.createTempDirectory("torii-test-home-");
            FreshDatabase fresh = new FreshDatabase(server(variant), home);
            fresh.execute("create database " + fresh.name + " template " + template());
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What makes an engine use this database.
    public DatabaseConfig config() {
        return config(server, name);
    }

    /// A home folder of this database's own, for files.
    public Path home() {
        return home;
    }

    public Database open() {
        return Database.open(home, config());
    }

    /// A connection of the superuser.
    public Connection admin() throws SQLException {
        DatabaseConfig config = config();
        return DriverManager.getConnection(
                String.valueOf(config.url()), String.valueOf(config.user()), String.valueOf(config.password()));
    }

    @Override
    public void close() {
        if (!Files.exists(home)) {
            return; // closed before
        }
        execute("drop database if exists " + name + " with (force)");
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        execute(server, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static DatabaseConfig config(EmbeddedPostgres server, String name) {
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return new DatabaseConfig(url, server.user(), server.password(), POOL_SIZE, 0, null, null);
    }

    private static synchronized EmbeddedPostgres server(SchemaVariant variant) {
        return SERVERS.computeIfAbsent(variant, FreshDatabase::start);
    }

    private static EmbeddedPostgres start(SchemaVariant variant) {
        Path pgvector = variant.pgvectorDir();
        Path cache = Path.of(System.getProperty("torii.test.cache", "target/test-cache"));
        HomeFolder home = HomeFolder.prepare(cache.resolve("server-" + variant));
        DatabaseConfig config =
                new DatabaseConfig(null, null, null, POOL_SIZE, 0, cache.resolve("postgres-programs"), pgvector);
        return EmbeddedPostgres.open(home, config, (server, shared) -> {
            if (!shared) {
                dropAll(server, "t\\_%");
            }
            makeTemplate(server, home.path());
        });
    }

    private static void makeTemplate(EmbeddedPostgres server, Path home) {
        if (!names(server, template()).isEmpty()) {
            return;
        }
        dropAll(server, "draft");
        execute(server, "create database draft");
        Database.open(home, config(server, "draft")).close();
        execute(server, "alter database draft rename to " + template());
    }

    private static void dropAll(EmbeddedPostgres server, String pattern) {
        for (String name : names(server, pattern)) {
            execute(server, "drop database if exists " + name + " with (force)");
        }
    }

    private static List<String> names(EmbeddedPostgres server, String pattern) {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select coalesce(string_agg(datname, ','), '') from pg_database where datname like '" + pattern
                                + "'")) {
            rows.next();
            return rows.getString(1).isEmpty()
                    ? List.of()
                    : List.of(rows.getString(1).split(","));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The template's name changes with the migrations.
    private static String template() {
        try {
            Path folder = Path.of(SchemaMigration.class.getResource("migration").toURI());
            CRC32 sum = new CRC32();
            try (Stream<Path> scripts = Files.list(folder)) {
                for (Path script : scripts.sorted().toList()) {
                    sum.update(Files.readAllBytes(script));
                }
            }
            return "template%08x".formatted(sum.getValue());
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
