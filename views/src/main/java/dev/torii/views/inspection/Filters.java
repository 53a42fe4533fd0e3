package dev.torii.views.inspection;

import dev.torii.models.catalog.CatalogFilter;
import dev.torii.models.recommendation.Algorithm;
import dev.torii.models.recommendation.RecommendationRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What the inspector asks for: which videos, how many.
public final class Filters {
    public static final int DEFAULT_COUNT = 20;
    public static final int MAX_COUNT = 100;

    private final ObservableList<String> genres = FXCollections.observableArrayList();
    private final ObservableList<String> makers = FXCollections.observableArrayList();
    private final IntegerProperty count = new SimpleIntegerProperty(DEFAULT_COUNT);
    private final BooleanProperty excludeLiked = new SimpleBooleanProperty(true);

    /// A video needs one of them; empty: any.
    public ObservableList<String> genres() {
        return genres;
    }

    /// A video needs one of them; empty: any.
    public ObservableList<String> makers() {
        return makers;
    }

    /// 1 to [#MAX_COUNT].
    public IntegerProperty countProperty() {
        return count;
    }

    /// Whether liked and skipped videos stay out.
    public BooleanProperty excludeLikedProperty() {
        return excludeLiked;
    }

    /// Whether genres or makers narrow the answer.
    public boolean narrows() {
        return !genres.isEmpty() || !makers.isEmpty();
    }

    public void clear() {
        genres.clear();
        makers.clear();
    }

    /// Calls `action` after any of them changed.
    public void onChange(Runnable action) {
        genres.addListener((ListChangeListener<String>) change -> action.run());
        makers.addListener((ListChangeListener<String>) change -> action.run());
        count.addListener((source, before, now) -> action.run());
        excludeLiked.addListener((source, before, now) -> action.run());
    }

    RecommendationRequest request(UUID userId) {
        CatalogFilter filter = new CatalogFilter(
                List.copyOf(genres), List.copyOf(makers), excludeLiked.get(), Set.of(), null, null, null);
        return new RecommendationRequest(userId, count.get(), Algorithm.TWO_TOWER, filter, true);
    }
}
