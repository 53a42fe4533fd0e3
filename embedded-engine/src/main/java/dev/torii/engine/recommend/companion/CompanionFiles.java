package dev.torii.engine.recommend.companion;

/// Names of the files beside the towers.
final class CompanionFiles {
    static final String FOLDER = "companions";
    static final String ITEMS = "items.bin";
    static final String SIGNALS = "signals.bin";
    static final String EASE = "ease.bin";
    static final String ITEM_KNN = "item_knn.bin";
    static final String IALS = "ials.bin";
    static final String CONTENT = "content.bin";

    private CompanionFiles() {}
}
