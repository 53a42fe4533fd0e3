package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recommendations by real towers over a real database.
@ExtendWith(SharedServer.class)
class RecommendationsFunctionTest {
    private final TestServer server;
    private final Catalogue catalogue;
    private final String modelVersion;
    private final UUID user = UUID.randomUUID();
    private final String token;

    RecommendationsFunctionTest(TestServer server) {
        this.server = server;
        this.catalogue = server.catalogue();
        this.modelVersion = server.modelVersion();
        this.token = server.userToken(user);
    }

    @Test
    void theAnswerHasTheDocumentedShape() {
        like(3);
        Reply reply =
                recommend("{\"num_recommendations\":5,\"context\":{\"session_id\":\"s\",\"device_type\":\"tv\"}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
        JsonNode json = reply.json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("success", "recommendations", "total_count", "metadata");
        assertThat(json.path("total_count").intValue()).isEqualTo(5);
        assertThat(json.path("recommendations").path(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "external_id",
                        "title",
                        "thumbnail_url",
                        "preview_video_url",
                        "product_url",
                        "maker",
                        "genre",
                        "performers",
                        "tags",
                        "price",
                        "rank",
                        "score");
        JsonNode metadata = json.path("metadata");
        assertThat(metadata.path("algorithm_used").asText()).isEqualTo("hybrid");
        assertThat(metadata.path("model_version").asText()).isEqualTo(modelVersion);
        assertThat(metadata.path("cache_hit").booleanValue()).isFalse();
        assertThat(metadata.path("cold_start").booleanValue()).isFalse();
        assertThat(metadata.path("request_id").asText()).isEqualTo(reply.header("x-request-id"));
        assertThat(metadata.has("not_applied")).isFalse();
    }

    @Test
    void ranksAscendAndScoresDescend() {
        like(3);
        JsonNode items = recommend("{}").json().path("recommendations");
        assertThat(items).hasSize(20);
        for (int i = 0; i < items.size(); i++) {
            assertThat(items.path(i).path("rank").intValue()).isEqualTo(i + 1);
            if (i > 0) {
                assertThat(items.path(i).path("score").doubleValue())
                        .isLessThanOrEqualTo(items.path(i - 1).path("score").doubleValue());
            }
        }
    }

    @Test
    void aLikeChangesTheNextAnswerAtOnce() {
        like(2);
        List<UUID> before = ids(recommend("{\"limit\":10}"));
        UUID first = before.getFirst();
        Reply liked = server.post(TestServer.LIKES, token, "{\"video_id\":\"" + first + "\"}");
        assertThat(liked.status()).isEqualTo(200);
        List<UUID> after = ids(recommend("{\"limit\":10}"));
        assertThat(after).doesNotContain(first).isNotEqualTo(before);
        assertThat(ids(recommend("{\"limit\":100,\"filters\":{\"exclude_liked\":false}}")))
                .contains(first);
    }

    @Test
    void aStrangerGetsThePopularOnesAndIsTold() {
        Reply reply = recommend("{\"include_reasons\":true}");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode metadata = reply.json().path("metadata");
        assertThat(metadata.path("cold_start").booleanValue()).isTrue();
        assertThat(metadata.path("algorithm_used").asText()).isEqualTo("popular");
        assertThat(reply.json().path("recommendations").path(0).path("reason").asText())
                .isEqualTo("Popular with others.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"include_reasons", "include_explanations"})
    void reasonsNameLikedVideosAndThePartsMakeTheScore(String option) {
        like(3);
        HashSet<String> likedTitles = new HashSet<>();
        server.get(TestServer.LIKES, token)
                .json()
                .path("data")
                .path("likes")
                .forEach(like -> likedTitles.add(like.path("title").asText()));
        JsonNode items =
                recommend("{\"limit\":5,\"" + option + "\":true}").json().path("recommendations");
        for (JsonNode item : items) {
            assertThat(item.path("reason").asText()).startsWith("Because you liked ");
            assertThat(likedTitles)
                    .anyMatch(title -> item.path("reason").asText().contains(title));
            double sum = StreamSupport.stream(item.path("parts").spliterator(), false)
                    .mapToDouble(JsonNode::doubleValue)
                    .sum();
            assertThat(sum).isCloseTo(item.path("score").doubleValue(), offset(1e-6));
        }
    }

    @Test
    void filtersAreExact() {
        like(2);
        JsonNode items = recommend("{\"limit\":100,\"filters\":{\"genres\":[\"" + catalogue.genre() + "\"]}}")
                .json()
                .path("recommendations");
        assertThat(items).isNotEmpty().allMatch(item -> contains(item.path("genre"), catalogue.genre()));
        List<UUID> all = ids(recommend("{\"limit\":10}"));
        String excluded = "{\"limit\":10,\"filters\":{\"exclude_ids\":[\"" + all.getFirst() + "\"]}}";
        assertThat(ids(recommend(excluded))).doesNotContain(all.getFirst()).hasSize(10);
        assertThat(recommend("{\"filters\":{\"makers\":[\"no such maker\"]}}")
                        .json()
                        .path("total_count")
                        .intValue())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"num_recommendations", "limit", "max_results"})
    void theCountHasThreeNames(String name) {
        like(1);
        assertThat(ids(recommend("{\"" + name + "\":3}"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two_tower", "hybrid", "collaborative", "content_based", "ease", "ials", "item_knn", "popular"})
    void theNamedAlgorithmAnswersAndSaysSo(String algorithm) {
        like(5); // a video that nobody else liked has no neighbours
        Reply reply = recommend("{\"algorithm\":\"" + algorithm + "\",\"diversity_weight\":0.5}");
        assertThat(reply.json().path("metadata").path("algorithm_used").asText())
                .isEqualTo(algorithm);
        assertThat(reply.json().path("recommendations")).isNotEmpty();
        assertThat(reply.json().path("metadata").path("not_applied").path(0).asText())
                .isEqualTo("diversity_weight");
    }

    @Test
    void theServiceAsksForAUserThatExists() {
        like(2);
        String known = "{\"user_id\":\"" + user + "\",\"limit\":4}";
        assertThat(ids(server.post(TestServer.RECOMMENDATIONS, server.serviceToken(), known)))
                .isEqualTo(ids(recommend("{\"limit\":4}")));
        Reply unknown = server.post(
                TestServer.RECOMMENDATIONS, server.serviceToken(), "{\"user_id\":\"" + UUID.randomUUID() + "\"}");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"num_recommendations\":0}|num_recommendations",
                "{\"num_recommendations\":101}|num_recommendations",
                "{\"num_recommendations\":\"5\"}|num_recommendations",
                "{\"num_recommendations\":1.5}|num_recommendations",
                "{\"num_recommendations\":1e400}|num_recommendations",
                "{\"algorithm\":\"magic\"}|algorithm",
                "{\"algorithm\":\"linear\"}|algorithm",
                "{\"algorithm\":7}|algorithm",
                "{\"diversity_weight\":1.1}|diversity_weight",
                "{\"include_reasons\":\"yes\"}|include_reasons",
                "{\"context\":\"tv\"}|context",
                "{\"filters\":[]}|filters",
                "{\"filters\":{\"genres\":\"drama\"}}|filters.genres",
                "{\"filters\":{\"genres\":[1]}}|filters.genres[0]",
                "{\"filters\":{\"exclude_ids\":[\"x\"]}}|filters.exclude_ids[0]",
                "{\"filters\":{\"min_rating\":5.1}}|filters.min_rating",
                "{\"filters\":{\"max_price\":-1}}|filters.max_price",
                "{\"filters\":{\"released_after\":\"yesterday\"}}|filters.released_after",
                "{\"filters\":{\"released_after\":\"2026-02-30\"}}|filters.released_after",
                "{\"filters\":{\"released_after\":\"+999999999-12-31T23:59:59Z\"}}|filters.released_after",
                "{\"filters\":{\"released_after\":\"-0001-01-01T00:00:00Z\"}}|filters.released_after",
                "{\"user_id\":\"me\"}|user_id"
            })
    void badValuesAreNamed(String body, String field) {
        Reply reply = recommend(body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.error().path("details").path("field").asText()).isEqualTo(field);
        assertThat(reply.error().path("message").asText()).contains(field).contains("expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":null,\"filters\":null,\"algorithm\":null,\"user_id\":null}",
                "{\"unknown\":{\"deep\":[1]},\"filters\":{\"unknown\":1}}",
                "{\"filters\":{\"min_rating\":0,\"max_price\":99999.99,\"released_after\":\"2000-01-01\"}}",
                "{\"filters\":{\"released_after\":\"9999-12-31T23:59:59Z\"}}",
                "{\"filters\":{\"released_after\":\"0001-01-01\"}}",
                "{\"filters\":{\"released_after\":\"2000-01-01T00:00:00+09:00\"},\"limit\":3.0}"
            })
    void whatIsNotGivenOrNotKnownDoesNoHarm(String body) {
        assertThat(recommend(body).status()).isEqualTo(200);
    }

    private Reply recommend(String body) {
        return server.post(TestServer.RECOMMENDATIONS, token, body);
    }

    private void like(int count) {
        for (UUID video : catalogue.ofGenre(count)) {
            Reply reply = server.post(TestServer.LIKES, token, "{\"video_id\":\"" + video + "\"}");
            assertThat(reply.status()).isEqualTo(200);
        }
    }

    private static List<UUID> ids(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return StreamSupport.stream(reply.json().path("recommendations").spliterator(), false)
                .map(item -> UUID.fromString(item.path("id").asText()))
                .toList();
    }

    private static boolean contains(JsonNode array, String text) {
        return StreamSupport.stream(array.spliterator(), false)
                .anyMatch(element -> element.asText().equals(text));
    }
}
