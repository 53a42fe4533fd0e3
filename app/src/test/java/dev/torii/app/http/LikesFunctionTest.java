package dev.torii.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Likes as a product lives with them.
@ExtendWith(SharedServer.class)
class LikesFunctionTest {
    private final TestServer server;
    private final UUID user = UUID.randomUUID();
    private final String token;
    private final List<UUID> videos;

    LikesFunctionTest(TestServer server) {
        this.server = server;
        this.token = server.userToken(user);
        this.videos = server.catalogue().ofGenre(5);
    }

    @Test
    void aLikeIsAnsweredWithWhatStandsNow() {
        Reply reply = decide("like", videos.getFirst());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames()).toIterable().containsExactly("success", "data");
        JsonNode data = reply.json().path("data");
        assertThat(data.path("video_id").asText()).isEqualTo(videos.getFirst().toString());
        assertThat(data.path("action").asText()).isEqualTo("like");
        assertThat(decide("like", videos.getFirst()).json().path("data")).isEqualTo(data);
        assertThat(titles("")).hasSize(1);
    }

    @Test
    void likesArePagedNewestOrOldestFirst() {
        videos.forEach(video -> decide("like", video));
        assertThat(ids("?limit=2")).containsExactly(videos.get(4), videos.get(3));
        assertThat(ids("?limit=2&offset=4&sort=newest&unknown=1")).containsExactly(videos.getFirst());
        assertThat(ids("?sort=oldest")).containsExactlyElementsOf(videos);
        JsonNode page = page("?limit=2&offset=1").path("pagination");
        assertThat(page.path("limit").intValue()).isEqualTo(2);
        assertThat(page.path("offset").intValue()).isEqualTo(1);
        assertThat(page.path("total_count").intValue()).isEqualTo(5);
        assertThat(page.path("has_more").booleanValue()).isTrue();
        assertThat(page("?limit=2&offset=3").path("pagination").path("has_more").booleanValue())
                .isFalse();
        assertThat(page("").path("total_count").intValue()).isEqualTo(5);
    }

    @Test
    void aLikeIsTakenBackByDeleteAndByUnlike() {
        decide("like", videos.getFirst());
        decide("like", videos.get(1));
        Reply deleted = server.call("DELETE", TestServer.LIKES, token, body(videos.getFirst(), ""));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().path("data").path("action").asText()).isEqualTo("unlike");
        assertThat(decide("unlike", videos.get(1)).status()).isEqualTo(200);
        assertThat(ids("")).isEmpty();
        assertThat(server.call("DELETE", TestServer.LIKES, token, body(videos.getFirst(), ""))
                        .status())
                .as("taking back what is not there changes nothing")
                .isEqualTo(200);
    }

    @Test
    void aSkipReplacesALike() {
        decide("like", videos.getFirst());
        assertThat(decide("skip", videos.getFirst()).status()).isEqualTo(200);
        assertThat(ids("")).isEmpty();
        assertThat(decide("unskip", videos.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void noActionIsALike() {
        Reply reply = server.post(TestServer.LIKES, token, "{\"video_id\":\"" + videos.getFirst() + "\"}");
        assertThat(reply.json().path("data").path("action").asText()).isEqualTo("like");
    }

    @Test
    void anotherUserSeesNothingOfThemAndTheServiceAll() {
        decide("like", videos.getFirst());
        Reply stranger = server.get(TestServer.LIKES, server.userToken(UUID.randomUUID()));
        assertThat(stranger.json().path("data").path("likes")).isEmpty();
        Reply service = server.get(TestServer.LIKES + "?user_id=" + user, server.serviceToken());
        assertThat(service.json().path("data").path("likes")).hasSize(1);
    }

    @Test
    void theServiceMayDecideForAUser() {
        Reply reply = server.post(
                TestServer.LIKES,
                server.serviceToken(),
                "{\"user_id\":\"" + user + "\",\"video_id\":\"" + videos.getFirst() + "\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(ids("")).containsExactly(videos.getFirst());
    }

    @Test
    void aVideoThatDoesNotExistIs404() {
        Reply reply = decide("like", UUID.randomUUID());
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error().path("code").asText()).isEqualTo("RESOURCE_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=101, limit", "limit=x, limit", "offset=-1, offset", "sort=price, sort"})
    void badParametersAreNamed(String query, String field) {
        Reply reply = server.get(TestServer.LIKES + "?" + query, token);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.error().path("details").path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"video_id\":\"1-1-1-1-1\"}', INVALID_VIDEO_ID",
        "'{\"video_id\":42}', INVALID_VIDEO_ID",
        "'{\"video_id\":\"00000000-0000-4000-8000-000000000001\",\"action\":\"love\"}', VALIDATION_ERROR",
        "'{\"video_id\":\"00000000-0000-4000-8000-000000000001\",\"action\":\"LIKE\\u0000\"}', VALIDATION_ERROR"
    })
    void badValuesAreNamed(String body, String code) {
        Reply reply = server.post(TestServer.LIKES, token, body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.error().path("code").asText()).isEqualTo(code);
    }

    private Reply decide(String action, UUID video) {
        return server.post(TestServer.LIKES, token, body(video, ",\"action\":\"" + action + "\""));
    }

    private static String body(UUID video, String more) {
        return "{\"video_id\":\"" + video + "\"" + more + "}";
    }

    private JsonNode page(String query) {
        return server.get(TestServer.LIKES + query, token).json().path("data");
    }

    private List<UUID> ids(String query) {
        return StreamSupport.stream(page(query).path("likes").spliterator(), false)
                .map(like -> UUID.fromString(like.path("id").asText()))
                .toList();
    }

    private List<String> titles(String query) {
        return StreamSupport.stream(page(query).path("likes").spliterator(), false)
                .map(like -> like.path("title").asText())
                .toList();
    }
}
