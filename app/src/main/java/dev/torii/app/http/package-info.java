/// The headless server: [dev.torii.app.http.HttpServer] puts its parts together.
@NullMarked
package dev.torii.app.http;

import org.jspecify.annotations.NullMarked;
