/// How answers become JSON.
@NullMarked
package dev.torii.app.http.json;

import org.jspecify.annotations.NullMarked;
