/// Pools, migrations, row-level-security sessions and the embedded PostgreSQL.
@NullMarked
package dev.torii.engine.database;

import org.jspecify.annotations.NullMarked;
