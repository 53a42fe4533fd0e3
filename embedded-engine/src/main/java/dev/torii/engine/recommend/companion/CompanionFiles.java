package dev.torii.engine.recommend.companion;

import dev.torii.engine.embed.serving.TowerFiles;

/// Names of the files beside the towers.
final class CompanionFiles {
    static final String FOLDER = TowerFiles.COMPANIONS;
    static final String ITEMS = "items.bin";
    static final String SIGNALS = "signals.bin";
    static final String EASE = "ease.bin";
    static final String ITEM_KNN = "item_knn.bin";
    static final String IALS = "ials.bin";
    static final String CONTENT = "content.bin";

    private CompanionFiles() {}
}
