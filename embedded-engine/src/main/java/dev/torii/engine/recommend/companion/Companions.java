package dev.torii.engine.recommend.companion;

import dev.torii.engine.embed.serving.ModelFolder;
import dev.torii.engine.embed.serving.TowerFiles;
import dev.torii.engine.recommend.hybrid.Blend;
import dev.torii.engine.recommend.hybrid.BlendPart;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The companions of one version, ready to answer. Their tables are mapped files. Safe for use by many threads.
public final class Companions {
    private static final String ADVICE = "Maybe 'torii train' makes a new model, with its companions.";

    private final CompanionItems items;
    private final Blend blend;
    private final Map<BlendPart, HistoryScorer> scorers;
    private final SavedSignals signals;
    private final @Nullable SavedContent content;
    private final Map<String, String> absent;

    private Companions(
            CompanionItems items,
            CompanionManifest manifest,
            Map<BlendPart, HistoryScorer> scorers,
            SavedSignals signals,
            @Nullable SavedContent content) {
        this.items = items;
        this.blend = manifest.blend();
        this.absent = manifest.absent();
        this.scorers = scorers;
        this.signals = signals;
        this.content = content;
    }

    /// Checks the files and opens them.
    ///
    /// @param versionFolder of the version
    /// @param files relative path to SHA-256 of every file of the version
    /// @throws ToriiException MODEL_DAMAGED when the version has no companions, or a file of theirs is missing,
    /// changed or unreadable
    public static Companions load(String version, Path versionFolder, Map<String, String> files) {
        Map<String, String> own = TowerFiles.companionsOf(files);
        if (own.isEmpty()) {
            throw damaged("Model %s was trained without companions.".formatted(version), null);
        }
        List<String> problems = ModelFolder.verify(versionFolder, own);
        if (!problems.isEmpty()) {
            throw damaged(
                    "The companions of model %s are damaged: %s".formatted(version, String.join(" ", problems)), null);
        }
        try {
            return open(versionFolder.resolve(TowerFiles.COMPANIONS));
        } catch (IOException | RuntimeException e) {
            throw damaged("The companions of model %s cannot be read: %s".formatted(version, e.getMessage()), e);
        }
    }

    private static Companions open(Path folder) throws IOException {
        CompanionManifest manifest = CompanionManifest.read(folder);
        CompanionItems items = CompanionItems.read(folder.resolve(CompanionFiles.ITEMS));
        int size = items.size();
        if (size != manifest.items()) {
            throw new IOException("%d items are named, and %d are meant".formatted(size, manifest.items()));
        }
        Map<String, String> absent = manifest.absent();
        Map<BlendPart, HistoryScorer> scorers = new EnumMap<>(BlendPart.class);
        scorers.put(BlendPart.IALS, SavedFactors.open(folder.resolve(CompanionFiles.IALS), size));
        if (!absent.containsKey(BlendPart.EASE.wireName())) {
            scorers.put(BlendPart.EASE, SavedWeights.open(folder.resolve(CompanionFiles.EASE), size));
        }
        if (!absent.containsKey(BlendPart.ITEM_KNN.wireName())) {
            scorers.put(BlendPart.ITEM_KNN, SavedWeights.open(folder.resolve(CompanionFiles.ITEM_KNN), size));
        }
        SavedContent content = absent.containsKey(BlendPart.CONTENT.wireName())
                ? null
                : SavedContent.open(folder.resolve(CompanionFiles.CONTENT), size);
        SavedSignals signals = SavedSignals.open(folder.resolve(CompanionFiles.SIGNALS), size);
        return new Companions(items, manifest, scorers, signals, content);
    }

    private static ToriiException damaged(String message, @Nullable Throwable cause) {
        return new ToriiException(ErrorCode.MODEL_DAMAGED, message, ADVICE, cause);
    }

    /// How many videos they know.
    public int size() {
        return items.size();
    }

    /// The number of a video; -1 when they do not know it.
    public int number(UUID video) {
        return items.number(video);
    }

    public UUID id(int number) {
        return items.id(number);
    }

    public Blend blend() {
        return blend;
    }

    /// Why a part was not computed; empty when it was.
    public Optional<String> absence(BlendPart part) {
        return Optional.ofNullable(absent.get(part.wireName()));
    }

    /// Whether a part scores videos from the numbers of a history: [#score] may be called.
    public boolean scores(BlendPart part) {
        return scorers.containsKey(part);
    }

    /// What a part says of every video.
    ///
    /// @param history numbers of the liked videos
    /// @return a score for each number; a new array
    public float[] score(BlendPart part, int[] history) {
        HistoryScorer scorer = scorers.get(part);
        if (scorer == null) {
            throw new IllegalStateException(part + " scores nothing here");
        }
        float[] scores = new float[size()];
        scorer.score(history, scores);
        return scores;
    }

    /// How many users like the video.
    public float popularity(int number) {
        return signals.popularity()[number];
    }

    /// How much more the video is liked at the end of the data than over the whole time.
    public float recency(int number) {
        return signals.recency()[number];
    }

    /// Whether there are vectors of content alone.
    public boolean hasContent() {
        return content != null;
    }

    /// The product of a user's vector and that of a video by its content alone.
    public float content(float[] user, int number) {
        return content().product(user, number);
    }

    /// The products with all videos.
    public float[] content(float[] user) {
        float[] scores = new float[size()];
        content().score(user, scores);
        return scores;
    }

    private SavedContent content() {
        SavedContent present = content;
        if (present == null) {
            throw new IllegalStateException("there are no vectors of content alone");
        }
        return present;
    }
}
