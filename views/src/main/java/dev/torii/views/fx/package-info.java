/// Threads and FXML: what runs where ([Threads]), only the newest answer counts ([LatestRequest]), and how a view
/// is loaded ([ViewLoader]).
@NullMarked
package dev.torii.views.fx;

import org.jspecify.annotations.NullMarked;
