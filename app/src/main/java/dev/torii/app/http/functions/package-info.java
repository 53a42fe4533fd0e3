/// The functions under `/functions/v1`: one class each, from a checked request to an answer record.
@NullMarked
package dev.torii.app.http.functions;

import org.jspecify.annotations.NullMarked;
