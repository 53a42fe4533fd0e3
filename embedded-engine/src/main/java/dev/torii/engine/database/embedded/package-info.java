/// The PostgreSQL that Torii brings along: its programs, its data in the home folder, and who uses it at the
/// moment.
@NullMarked
package dev.torii.engine.database.embedded;

import org.jspecify.annotations.NullMarked;
