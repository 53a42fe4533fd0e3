/// Videos and their terms in the database.
@NullMarked
package dev.torii.engine.catalog;

import org.jspecify.annotations.NullMarked;
