package dev.torii.engine.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The two pools of connections.
final class ConnectionPools {
    private static final long WAIT_MILLIS = 10_000;

    private ConnectionPools() {}

    /// For service work; statements may take their time.
    static HikariDataSource service(DatabaseAddress address, int size) {
        return new HikariDataSource(config(address, size, "service"));
    }

    /// For user requests; a statement that takes longer than a user waits is cancelled.
    static HikariDataSource callers(DatabaseAddress address, int size) {
        HikariConfig config = config(address, size, "gateway");
        config.setConnectionInitSql("set statement_timeout = '8s'; set lock_timeout = '4s'");
        return new HikariDataSource(config);
    }

    /// For a library whose statements know nothing of roles.
    static HikariDataSource roleBound(DatabaseAddress address, int size) {
        HikariConfig config = config(address, size, "role");
        config.setConnectionInitSql("set role service_role");
        return new HikariDataSource(config);
    }

    static Jdbi jdbi(HikariDataSource pool) {
        return Jdbi.create(pool).installPlugin(new PostgresPlugin()).registerArrayType(BigDecimal.class, "numeric");
    }

    private static HikariConfig config(DatabaseAddress address, int size, String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("torii-" + name);
        config.setJdbcUrl(address.url());
        config.setDataSourceProperties(address.properties());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        return config;
    }
}
