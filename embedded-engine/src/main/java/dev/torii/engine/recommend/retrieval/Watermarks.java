package dev.torii.engine.recommend.retrieval;

import dev.torii.engine.database.ChangeMark;

/// A mark as one number for the header of a file: the oldest transaction that was not finished at the mark. Going
/// on from it tells some changes again and misses none.
final class Watermarks {
    private Watermarks() {}

    /// The first part of `xmin:xmax:list`.
    static long of(ChangeMark mark) {
        String snapshot = mark.snapshot();
        return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
    }

    static ChangeMark mark(long watermark) {
        return new ChangeMark("%d:%d:".formatted(watermark, watermark));
    }
}
