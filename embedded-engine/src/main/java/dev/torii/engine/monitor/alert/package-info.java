/// What somebody should look at: raised by the parts of the engine, kept in the database.
@NullMarked
package dev.torii.engine.monitor.alert;

import org.jspecify.annotations.NullMarked;
