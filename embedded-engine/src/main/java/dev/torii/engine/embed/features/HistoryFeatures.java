package dev.torii.engine.embed.features;

import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.InteractionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Turns histories into the features of the user tower.
public final class HistoryFeatures {
    static final double WATCHED = 0.5;

    private final FeatureExtractor extractor;

    public HistoryFeatures(FeatureExtractor extractor) {
        this.extractor = extractor;
    }

    /// @param history newest first
    public UserFeatures of(List<HistoryEntry> history) {
        List<HistoryEntry> positives = positives(history);
        List<VideoFeatures> videos = new ArrayList<>(positives.size());
        long[] times = new long[positives.size()];
        for (int i = 0; i < times.length; i++) {
            videos.add(extractor.extractTerms(positives.get(i).video()));
            times[i] = positives.get(i).at().getEpochSecond();
        }
        return pool(videos, times);
    }

    /// The positive entries, each video once, at most as many as the settings allow. What was said last about
    /// a video counts: a skip takes an older like back.
    private List<HistoryEntry> positives(List<HistoryEntry> history) {
        Set<UUID> decided = new HashSet<>();
        List<HistoryEntry> positives = new ArrayList<>();
        for (HistoryEntry entry : history) {
            boolean positive = isPositive(entry.kind(), entry.value());
            boolean speaks = positive || entry.kind() == InteractionKind.SKIP;
            if (speaks && decided.add(entry.video().id()) && positive) {
                positives.add(entry);
                if (positives.size() == extractor.settings().historyLimit()) {
                    break;
                }
            }
        }
        return positives;
    }

    private boolean isPositive(InteractionKind kind, double value) {
        return switch (kind) {
            case LIKE, PURCHASE -> true;
            case RATING -> value >= extractor.settings().minRating();
            case VIEW -> value >= WATCHED;
            case SKIP -> false;
        };
    }

    /// Pools the videos of a history.
    ///
    /// @param epochSeconds time of each; 0 where unknown
    public UserFeatures pool(List<VideoFeatures> videos, long[] epochSeconds) {
        long newest = 0;
        long oldest = 0;
        for (long time : epochSeconds) {
            newest = Math.max(newest, time);
            oldest = time > 0 && (oldest == 0 || time < oldest) ? time : oldest;
        }
        float[] entryWeights = new float[videos.size()];
        UserNumbers numbers = new UserNumbers(extractor.settings());
        for (int i = 0; i < entryWeights.length; i++) {
            entryWeights[i] = HistoryWeights.weight(
                    epochSeconds[i], newest, extractor.settings().halfLifeDays());
            numbers.add(videos.get(i).genres(), entryWeights[i]);
        }
        float[] numeric = new float[UserNumbers.WIDTH];
        numbers.write(oldest, newest, numeric, 0);
        float scale = HistoryWeights.poolScale(numbers.squares());
        int[] slots = new int[videos.size()];
        float[] slotWeights = new float[videos.size()];
        int withSlot = 0;
        TokenSums tokens = new TokenSums();
        for (int i = 0; i < entryWeights.length; i++) {
            VideoFeatures video = videos.get(i);
            float weight = entryWeights[i] * scale;
            if (video.slot() > 0) {
                slots[withSlot] = video.slot();
                slotWeights[withSlot++] = weight;
            }
            for (int t = 0; t < video.termTokens(); t++) {
                tokens.add(video.tokens()[t], weight * video.weights()[t]);
            }
        }
        int[] sorted = tokens.tokens();
        return new UserFeatures(
                Arrays.copyOf(slots, withSlot),
                Arrays.copyOf(slotWeights, withSlot),
                sorted,
                tokens.sums(sorted),
                numeric);
    }
}
