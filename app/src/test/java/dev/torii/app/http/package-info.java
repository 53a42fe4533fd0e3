/// The headless server over real connections.
@NullMarked
package dev.torii.app.http;

import org.jspecify.annotations.NullMarked;
