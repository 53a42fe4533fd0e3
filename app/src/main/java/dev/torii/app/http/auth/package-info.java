/// Who calls: tokens, the keys that sign them, and the secret of a home folder without a configured one.
@NullMarked
package dev.torii.app.http.auth;

import org.jspecify.annotations.NullMarked;
