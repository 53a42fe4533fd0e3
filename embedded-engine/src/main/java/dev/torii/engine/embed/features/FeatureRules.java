package dev.torii.engine.embed.features;

import java.util.ArrayList;
import java.util.List;

/// What is the same in all models, for those who compute features elsewhere.
public final class FeatureRules {
    /// A view counts as positive from this share of the running time.
    public static final double WATCHED = HistoryFeatures.WATCHED;
    /// Columns of genres among [UserFeatures#numeric].
    public static final int GENRE_COLUMNS = UserNumbers.GENRES;
    /// Entries by which the genres of a short history are pulled to the catalogue's.
    public static final double GENRE_PRIOR = UserNumbers.PRIOR;
    /// Bound of a genre's column.
    public static final double GENRE_LIMIT = UserNumbers.MOST;
    /// Bound of a scaled number of a video.
    public static final double NUMERIC_LIMIT = NumericScale.LIMIT;
    /// Code points of a title that count.
    public static final int LONGEST_TITLE = TitleTokens.LONGEST_TITLE;

    private FeatureRules() {}

    /// The words of a title, repeated ones included.
    public static List<String> words(String title) {
        List<String> words = new ArrayList<>();
        new TitleWords().of(TitleTokens.normalised(title), words::add);
        return words;
    }
}
