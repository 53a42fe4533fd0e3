package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TitleTokensTest {
    private final TitleWords words = new TitleWords();
    private final TitleTokens tokens = new TitleTokens();

    private List<String> words(String title) {
        List<String> found = new ArrayList<>();
        words.of(TitleTokens.normalised(title), found::add);
        return found;
    }

    @Test
    void cutsJapaneseIntoBaseFormsWithoutParticles() {
        assertThat(words("少年は夜の海を走った")).containsExactly("少年", "夜", "海", "走る");
        assertThat(words("美しかった日々")).contains("美しい", "日々");
    }

    @Test
    void latinWordsStandAsTheyAreAmongJapaneseOnes() {
        assertThat(words("ＳＴＡＲ Wars：新たなる希望 Ⅳ")).contains("star", "wars", "希望", "iv");
        assertThat(words("Amélie (2001)")).containsExactly("amélie", "2001");
        assertThat(words("!?・ー")).doesNotContain("!", "?", "・");
        assertThat(words("")).isEmpty();
    }

    @Test
    void eachTokenCountsOnceAndSpellingsMeet() {
        TitleTokens.Keys once = tokens.of("ガンダム");
        TitleTokens.Keys twice = tokens.of("ｶﾞﾝﾀﾞﾑ ガンダム");
        assertThat(twice.words()).containsExactly(once.words());
        assertThat(twice.grams()).containsExactly(once.grams());
    }

    @Test
    void aTitleOfAnyLengthIsCutToItsBeginning() {
        TitleTokens.Keys longest = tokens.of("東京物語".repeat(10_000));
        assertThat(longest.grams()).hasSizeLessThan(2 * TitleTokens.LONGEST_TITLE);
        assertThat(tokens.of("\uD83C\uDFA5 \uD840\uDC0B\uD842\uDFB7").grams()).hasSize(1);
    }

    @Test
    void manyThreadsFindTheSame() {
        String title = "ある日、森の中で熊に出会った少女の物語";
        TitleTokens.Keys expected = tokens.of(title);
        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(call -> tokens.of(call % 2 == 0 ? title : "別の題名")))
                .filteredOn(keys -> keys.words().length == expected.words().length)
                .hasSize(1_000)
                .allSatisfy(keys -> assertThat(keys.words()).containsExactly(expected.words()));
    }
}
