package dev.torii.engine.embed.features;

import java.util.List;

/// The numbers of a user: how his genres differ from the catalogue's, and how active he is. Collects entries of a
/// history; [#write] gives the columns. Training takes the target of an example out again with [#remove].
///
/// Columns: for each genre of the settings `ln((n·s + m·p) / ((n + m)·p))`, where `s` is the genre's share in the
/// history, `p` its share in the catalogue, `n` the effective number of entries and `m` a prior of [#PRIOR] entries
/// that pulls short histories to 0. Then: number of entries, days since the newest, days from the oldest to the
/// newest (all logarithmic), whether the times are unknown, and the breadth, which is the entropy of the genres.
public final class UserNumbers {
    /// Columns of genres; those of a catalogue with fewer genres stay 0.
    public static final int GENRES = 32;
    /// All columns.
    public static final int WIDTH = GENRES + 5;

    static final double PRIOR = 5;
    static final double MOST = 2;
    private static final double SECONDS_PER_DAY = 86_400;

    private final FeatureSettings settings;
    private final double[] genreWeights = new double[GENRES];
    private double sum;
    private double squares;
    private int entries;

    public UserNumbers(FeatureSettings settings) {
        this.settings = settings;
    }

    /// @param genres columns of the video's genres
    public void add(int[] genres, float weight) {
        change(genres, weight, 1);
    }

    public void remove(int[] genres, float weight) {
        change(genres, weight, -1);
    }

    private void change(int[] genres, double weight, int sign) {
        for (int genre : genres) {
            genreWeights[genre] += sign * weight;
        }
        sum += sign * weight;
        squares += sign * weight * weight;
        entries += sign;
    }

    /// Sum of the squares of the weights, for [HistoryWeights#poolScale].
    public double squares() {
        return squares;
    }

    /// Writes [#WIDTH] columns; zeros when there is no entry.
    ///
    /// @param oldest epoch seconds of the oldest entry, 0 when unknown
    /// @param newest of the newest
    public void write(long oldest, long newest, float[] to, int at) {
        if (entries <= 0 || squares <= 0) {
            return;
        }
        double effective = sum * sum / squares;
        double all = 0;
        List<GenreShare> genres = settings.genres();
        for (int genre = 0; genre < genres.size(); genre++) {
            double share = genres.get(genre).share();
            double own = Math.max(0, genreWeights[genre]) / sum;
            double lift = (effective * own + PRIOR * share) / ((effective + PRIOR) * share);
            to[at + genre] = (float) Math.clamp(Math.log(lift), -MOST, MOST);
            all += own;
        }
        double entropy = 0;
        for (int genre = 0; genre < genres.size() && all > 0; genre++) {
            double part = Math.max(0, genreWeights[genre]) / sum / all;
            entropy -= part > 1e-9 ? part * Math.log(part) : 0;
        }
        to[at + GENRES] = (float) (Math.log1p(entries) / 3);
        if (newest > 0) {
            to[at + GENRES + 1] = logDays(settings.activityReference().getEpochSecond() - newest);
            to[at + GENRES + 2] = logDays(newest - (oldest > 0 ? oldest : newest));
        } else {
            to[at + GENRES + 3] = 1;
        }
        to[at + GENRES + 4] = (float) (entropy / 2);
    }

    private static float logDays(long seconds) {
        return (float) (Math.log1p(Math.max(0, seconds) / SECONDS_PER_DAY) / 4);
    }
}
