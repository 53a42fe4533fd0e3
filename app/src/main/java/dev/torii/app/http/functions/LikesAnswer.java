package dev.torii.app.http.functions;

import dev.torii.engine.people.LikePage;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of likes.
record LikesAnswer(boolean success, Data data) {
    record Data(List<Like> likes, long totalCount, Pagination pagination) {}

    /// @param likedAt ISO 8601, UTC
    record Like(
            UUID id,
            String externalId,
            String title,
            @Nullable String thumbnailUrl,
            @Nullable String previewVideoUrl,
            @Nullable String productUrl,
            @Nullable String maker,
            List<String> genre,
            List<String> performers,
            List<String> tags,
            @Nullable BigDecimal price,
            String likedAt) {}

    record Pagination(int limit, int offset, long totalCount, boolean hasMore) {}

    static LikesAnswer of(LikePage page, int limit, int offset) {
        List<Like> likes = page.likes().stream().map(LikesAnswer::like).toList();
        boolean hasMore = (long) offset + likes.size() < page.total();
        return new LikesAnswer(
                true, new Data(likes, page.total(), new Pagination(limit, offset, page.total(), hasMore)));
    }

    private static Like like(LikePage.LikedVideo liked) {
        Video video = liked.video();
        return new Like(
                video.id(),
                video.externalId(),
                video.title(),
                video.thumbnailUrl(),
                video.previewVideoUrl(),
                video.productUrl(),
                video.maker().orElse(null),
                video.names(TermKind.GENRE),
                video.names(TermKind.PERFORMER),
                video.names(TermKind.TAG),
                video.price(),
                liked.likedAt().toString());
    }
}
