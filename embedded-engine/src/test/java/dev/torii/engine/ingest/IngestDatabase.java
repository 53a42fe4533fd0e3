package dev.torii.engine.ingest;

import dev.torii.engine.EngineConfig.DatabaseConfig;
import dev.torii.engine.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a real PostgreSQL: one server for all classes that ask for it, emptied before each test.
public final class IngestDatabase implements BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(IngestDatabase.class);

    /// A server of its own in a temporary home.
    private record Running(Path home, Database database) implements AutoCloseable {
        static Running start() {
            try {
                Path home = Files.createTempDirectory("torii-ingest");
                Path binaries = Path.of(System.getProperty("torii.test.cache"), "postgres");
                DatabaseConfig config = new DatabaseConfig(null, null, null, 4, 0, binaries, null);
                return new Running(home, Database.open(home, config));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            database.close();
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database(context)
                .useService(
                        handle -> handle.execute(
                                "truncate public.video, public.app_user, public.term, public.sync_run, public.video_deletion cascade"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database(context);
    }

    /// How many rows a table has.
    public static long count(Database database, String table) {
        return database.asService(handle -> handle.createQuery("select count(*) from public." + table)
                .mapTo(Long.class)
                .one());
    }

    /// Every row of the tables that hold what was read, as text.
    public static List<String> everything(Database database) {
        return database.asService(
                handle -> handle.createQuery("""
                        select v::text from public.video v union all select t::text from public.term t
                        union all select r::text from public.sync_run r union all select q::text from public.quarantine q
                        """).mapTo(String.class).list());
    }

    /// Rows of a query as maps.
    public static List<Map<String, Object>> rows(Database database, String query) {
        return database.asService(handle -> handle.createQuery(query).mapToMap().list());
    }

    private static Database database(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class)
                .database();
    }
}
