package dev.torii.views.overview;

/// Where the overview gets its facts, and who carries out what it offers. Both may block.
public interface OverviewSource {
    OverviewFacts read();

    /// Starts the job; its progress is seen in the activity pane.
    void start(OverviewAction action);
}
