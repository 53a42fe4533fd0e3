/// Tokens, good and bad.
@NullMarked
package dev.torii.app.http.auth;

import org.jspecify.annotations.NullMarked;
