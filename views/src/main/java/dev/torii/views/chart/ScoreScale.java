package dev.torii.views.chart;

import dev.torii.models.recommendation.Recommendation;
import dev.torii.models.recommendation.ScorePart;
import java.util.List;

/// The range of a list's scores and of the sums on the way to them, so that bars can be compared.
public record ScoreScale(double low, double high) {

    public static ScoreScale of(List<Recommendation> items) {
        double low = 0;
        double high = 0;
        for (Recommendation item : items) {
            double running = 0;
            for (ScorePart part : item.parts()) {
                running += part.value();
                low = Math.min(low, running);
                high = Math.max(high, running);
            }
        }
        return new ScoreScale(low, high == low ? low + 1 : high);
    }

    /// Where `value` lies between low (0) and high (1).
    public double share(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }
}
