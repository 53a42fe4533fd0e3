package dev.torii.engine.recommend.companion;

import dev.torii.engine.embed.features.VideoFeatures;
import dev.torii.engine.embed.training.CompanionPlan;
import dev.torii.engine.embed.training.TrainedTowers;
import dev.torii.engine.jobs.JobContext;
import dev.torii.engine.people.InteractionSet;
import dev.torii.engine.recommend.collaborative.Ease;
import dev.torii.engine.recommend.collaborative.ItemKnn;
import dev.torii.engine.recommend.hybrid.BlendPart;
import dev.torii.engine.recommend.hybrid.LearnedBlend;
import dev.torii.engine.recommend.hybrid.SharedSignals;
import dev.torii.models.catalog.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The companions of a version, fitted on all data when their folder is written.
///
/// @param learned the blend, from the held-out part
record FittedCompanions(LearnedBlend learned) implements CompanionPlan {
    /// Weights of EASE that are kept of one video: all of a catalogue up to this size, and the largest beyond it.
    private static final int MOST_WEIGHTS = 1_024;
    private static final int BATCH = 512;

    @Override
    public Map<String, Double> metrics() {
        return learned.metrics();
    }

    @Override
    public void write(InteractionSet data, TrainedTowers towers, Path versionFolder, JobContext context)
            throws IOException {
        Path folder = Files.createDirectory(versionFolder.resolve(CompanionFiles.FOLDER));
        CompanionBudget budget = CompanionBudget.of(data);
        int[] counts = data.itemCounts();
        int[] number = new int[counts.length];
        int[] kept = new int[counts.length];
        int size = 0;
        for (int item = 0; item < counts.length; item++) {
            number[item] = counts[item] > 0 ? size : -1;
            if (counts[item] > 0) {
                kept[size++] = item;
            }
        }
        kept = Arrays.copyOf(kept, size);
        new CompanionItems(Arrays.stream(kept)
                        .mapToObj(item -> data.videos().get(item).id())
                        .toList())
                .write(folder.resolve(CompanionFiles.ITEMS));
        SavedSignals.write(
                folder.resolve(CompanionFiles.SIGNALS),
                kept,
                SharedSignals.popularity(data),
                SharedSignals.recencyAtEnd(data));
        if (budget.allows(BlendPart.EASE)) {
            SavedWeights.write(
                    folder.resolve(CompanionFiles.EASE), Ease.DEFAULT.model(data, context), kept, number, MOST_WEIGHTS);
        }
        if (budget.allows(BlendPart.ITEM_KNN)) {
            SavedWeights.write(
                    folder.resolve(CompanionFiles.ITEM_KNN),
                    ItemKnn.DEFAULT.model(data, context),
                    kept,
                    number,
                    MOST_WEIGHTS);
        }
        SavedFactors.write(folder.resolve(CompanionFiles.IALS), budget.ials().foldable(data, context), kept);
        if (budget.allows(BlendPart.CONTENT)) {
            writeContent(data.videos(), kept, towers, folder.resolve(CompanionFiles.CONTENT), context);
        }
        CompanionManifest.of(size, budget.absent(), learned.blend(), learned.reason())
                .write(folder);
    }

    private static void writeContent(
            List<Video> videos, int[] kept, TrainedTowers towers, Path file, JobContext context) throws IOException {
        context.begin("companions.content", kept.length, "videos");
        SavedContent.write(file, kept.length, towers.shape().dimension(), BATCH, (from, to) -> {
            context.checkCancelled();
            context.progress(from);
            return towers.items(Arrays.stream(kept, from, to)
                    .mapToObj(videos::get)
                    .map(towers.extractor()::extract)
                    .map(VideoFeatures::withoutId)
                    .toList());
        });
    }
}
