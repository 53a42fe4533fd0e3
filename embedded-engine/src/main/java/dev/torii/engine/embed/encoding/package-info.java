/// Encodes every video and user of the database with the active model.
@NullMarked
package dev.torii.engine.embed.encoding;

import org.jspecify.annotations.NullMarked;
