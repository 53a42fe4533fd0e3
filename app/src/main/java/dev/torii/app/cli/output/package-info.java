/// How commands speak: streams, tables, JSON documents, progress, errors.
@NullMarked
package dev.torii.app.cli.output;

import org.jspecify.annotations.NullMarked;
