package dev.torii.engine.ingest.dmm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.torii.engine.ingest.ResearchData;
import dev.torii.models.catalog.Term;
import dev.torii.models.catalog.TermKind;
import dev.torii.models.catalog.Video;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmmItemParserTest {
    private static final DmmCredentials CREDENTIALS = new DmmCredentials("SecretApiId42", "someone-990");

    private final ObjectMapper json = new ObjectMapper();
    private final DmmItemParser parser = new DmmItemParser("DMM.com", new CredentialFilter(CREDENTIALS));

    @Test
    void readsAnItem() throws JsonProcessingException {
        Video video = taken("""
                {"service_code":"mono","floor_code":"dvd","content_id":" n_1lamp ","title":"灯台 &amp; 海 &#31532;1巻",
                 "volume":"48","review":{"count":14,"average":"4.57"},
                 "URL":"https://www.dmm.com/mono/dvd/-/detail/=/cid=n_1lamp/",
                 "affiliateURL":"https://al.dmm.com/?lurl=x&af_id=someone-990&ch=api",
                 "imageURL":{"list":"https://p.example/t.jpg","large":"https://p.example/l.jpg"},
                 "sampleMovieURL":{"size_476_306":"https://m.example/s","size_720_480":"https://m.example/l","pc_flag":1},
                 "prices":{"price":"5280","list_price":"6600"},"date":"2025-09-24 00:00:00",
                 "iteminfo":{"genre":[{"id":4075,"name":"SF"},{"id":4076,"name":"SF"}],
                   "maker":[{"id":"90002","name":"明けの星"}],"actor":[{"id":1,"name":"相田","ruby":"あいだ"}],
                   "artist":[{"id":1,"name":"別の人"}]},
                 "directory":[{"id":101,"name":"アニメ"}],"stock":"stock","jancode":"4500000000018"}""");

        assertThat(video.externalId()).isEqualTo("n_1lamp");
        assertThat(video.site()).isEqualTo("DMM.com");
        assertThat(video.title()).isEqualTo("灯台 & 海 第1巻");
        assertThat(video.durationSeconds()).isEqualTo(48 * 60);
        assertThat(video.ratingAverage()).isEqualTo(4.57);
        assertThat(video.ratingCount()).isEqualTo(14);
        assertThat(video.price()).isEqualByComparingTo("5280");
        assertThat(video.releasedAt()).isEqualTo(Instant.parse("2025-09-23T15:00:00Z"));
        assertThat(video.thumbnailUrl()).isEqualTo("https://p.example/l.jpg");
        assertThat(video.previewVideoUrl()).isEqualTo("https://m.example/l");
        assertThat(video.productUrl()).doesNotContain("someone-990").contains("cid=n_1lamp");
        assertThat(video.terms())
                .containsExactly(
                        new Term(TermKind.GENRE, "4075", "SF", null),
                        new Term(TermKind.GENRE, "4076", "SF", null),
                        new Term(TermKind.MAKER, "90002", "明けの星", null),
                        new Term(TermKind.PERFORMER, "1", "相田", "あいだ"),
                        new Term(TermKind.PERFORMER, "artist:1", "別の人", null),
                        new Term(TermKind.TAG, "directory:101", "アニメ", null));
    }

    @Test
    void anItemNeedsAnIdAndATitleAlone() throws JsonProcessingException {
        Video video = taken("{\"content_id\":\"a\",\"title\":\"t\"}");

        assertThat(video.price()).isNull();
        assertThat(video.releasedAt()).isNull();
        assertThat(video.terms()).isEmpty();
        assertThat(video.thumbnailUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
                    "prices":{"price":"300~"};                                                                300
                    "prices":{"price":"300～"};                                                               300
                    "prices":{"price":"１，７６０"};                                                          1760
                    "prices":{"price":"1,760円"};                                                             1760
                    "prices":{"price":1760};                                                                  1760
                    "prices":{"list_price":"500"};                                                            500
                    "prices":{"price":"","deliveries":{"delivery":[{"type":"hd","price":"900"},{"price":"450"}]}}; 450
                    "prices":{"deliveries":{"delivery":{"type":"stream","price":"700"}}};                     700
                    """)
    void readsPrices(String field, BigDecimal yen) throws JsonProcessingException {
        assertThat(with(field).price()).isEqualByComparingTo(yen);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
                    2025-09-24 00:00:00; 2025-09-23T15:00:00Z
                    2025/10/09 00:00:05; 2025-10-08T15:00:05Z
                    2012/8/3 10:00;      2012-08-03T01:00:00Z
                    2012-08-03;          2012-08-02T15:00:00Z
                    """)
    void readsDatesAsJapanTime(String date, Instant moment) throws JsonProcessingException {
        assertThat(with("\"date\":\"" + date + "\"").releasedAt()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
                    "volume":"120";      7200
                    "volume":120;        7200
                    "volume":"１２０分"; 7200
                    "volume":"1:29:00";  5340
                    "volume":"29:30";    1770
                    """)
    void readsPlayingTimes(String field, int seconds) throws JsonProcessingException {
        assertThat(with(field).durationSeconds()).isEqualTo(seconds);
    }

    @Test
    void pagesOfABookAreNoPlayingTime() throws JsonProcessingException {
        assertThat(with("\"service_code\":\"ebook\",\"floor_code\":\"comic\",\"volume\":\"196\"")
                        .durationSeconds())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
                    "iteminfo":{"genre":{"id":7,"name":"鉄道"}};                GENRE; 鉄道
                    "iteminfo":[{"genre":[{"id":7,"name":"鉄道"}]}];            GENRE; 鉄道
                    "iteminfo":{"genre":["鉄道"]};                              GENRE; 鉄道
                    "iteminfo":{"manufacture":[{"id":91001,"name":"水鏡書房"}]}; MAKER; 水鏡書房
                    """)
    void readsTermsInEveryShape(String field, TermKind kind, String name) throws JsonProcessingException {
        assertThat(with(field).names(kind)).containsExactly(name);
    }

    @Test
    void aPlaceholderIsNoPicture() throws JsonProcessingException {
        assertThat(with("\"imageURL\":{\"small\":\"https://pics.dmm.com/mono/movie/n/now_printing/now_printing.jpg\"}")
                        .thumbnailUrl())
                .isNull();
        assertThat(with("\"imageURL\":[],\"prices\":[],\"review\":null,\"iteminfo\":\"\"")
                        .thumbnailUrl())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
                    {"title":"t"};                                                       content_id is missing
                    {"content_id":"  ","title":"t"};                                     content_id is missing
                    {"content_id":{},"title":"t"};                                       content_id is missing
                    {"content_id":"a"};                                                  title is missing
                    {"content_id":"a","title":null};                                     title is missing
                    [1];                                                                 the item is not an object
                    "text";                                                              the item is not an object
                    {"content_id":"a","title":"t","date":"2025-02-30 00:00:00"};         date "2025-02-30 00:00:00"
                    {"content_id":"a","title":"t","date":"soon"};                        date "soon"
                    {"content_id":"a","title":"t","prices":{"price":"free"}};            price "free"
                    {"content_id":"a","title":"t","prices":{"price":-1}};                price "-1"
                    {"content_id":"a","title":"t","prices":"100"};                       prices is not an object
                    {"content_id":"a","title":"t","review":{"average":"9.5"}};           review.average "9.5"
                    {"content_id":"a","title":"t","review":{"count":"many"}};            review.count "many"
                    {"content_id":"a","title":"t","volume":"long"};                      volume "long"
                    {"content_id":"a","title":"t","URL":"javascript:alert(1)"};          URL "javascript:alert(1)"
                    {"content_id":"a","title":"t","iteminfo":{"genre":[7]}};             genre holds 7
                    """)
    void rejectsWhatMakesNoSense(String item, String reason) throws JsonProcessingException {
        assertThat(parser.parse(json.readTree(item))).isInstanceOfSatisfying(DmmItem.Rejected.class, rejected -> {
            assertThat(rejected.reason()).contains(reason);
            assertThat(rejected.raw()).isNotBlank();
        });
    }

    @Test
    void whatIsSetAsideHoldsNoCredentials() throws JsonProcessingException {
        DmmItem item = parser.parse(json.readTree("""
                {"content_id":"a","title":"","note":"SecretApiId42","affiliate_id":"other-991",
                 "affiliateURL":"https://al.dmm.com/?lurl=x&af_id=someone-990&ch=api",
                 "again":"https://al.dmm.com/?lurl=https%3A%2F%2Fx%3Faf_id%3Delse-992%26y"}"""));

        assertThat(item)
                .isInstanceOfSatisfying(
                        DmmItem.Rejected.class,
                        rejected -> assertThat(rejected.raw())
                                .doesNotContain("SecretApiId42", "someone-990", "other-991", "else-992")
                                .contains("af_id=***&ch=api", "\"affiliate_id\":\"***\"")
                                .contains("\"content_id\":\"a\""));
    }

    @Test
    void readsRealAndFieldAccurateAnswers() throws IOException {
        List<Video> videos = new ArrayList<>();
        for (String name : List.of("itemlist_mono_cd", "itemlist_mono_dvd", "itemlist_ebook_comic")) {
            JsonNode answer = json.readTree(
                    ResearchData.folder("dmm").resolve(name + ".json").toFile());
            for (JsonNode item : answer.path("result").path("items")) {
                assertThat(parser.parse(item))
                        .isInstanceOfSatisfying(DmmItem.Taken.class, taken -> videos.add(taken.video()));
            }
        }

        assertThat(videos).hasSize(7);
        assertThat(videos).allSatisfy(video -> {
            assertThat(video.title()).isNotBlank();
            assertThat(video.price()).isPositive();
            assertThat(video.releasedAt()).isNotNull();
            assertThat(video.maker()).isPresent();
            assertThat(video.thumbnailUrl()).isNotNull();
            assertThat(video.productUrl()).doesNotContain("af_id");
        });
    }

    private Video with(String field) throws JsonProcessingException {
        return taken("{\"content_id\":\"a\",\"title\":\"t\"," + field + "}");
    }

    private Video taken(String item) throws JsonProcessingException {
        DmmItem parsed = parser.parse(json.readTree(item));
        assertThat(parsed).isInstanceOf(DmmItem.Taken.class);
        return ((DmmItem.Taken) parsed).video();
    }
}
