/// Requests as the outside sends them, read into our types: every value that does not fit is refused by name.
@NullMarked
package dev.torii.app.http.reading;

import org.jspecify.annotations.NullMarked;
