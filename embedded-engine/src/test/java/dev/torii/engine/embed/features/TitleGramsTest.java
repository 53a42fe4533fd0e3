package dev.torii.engine.embed.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleGramsTest {
    private static List<String> grams(String title) {
        List<String> grams = new ArrayList<>();
        TitleGrams.of(TitleTokens.normalised(title), (text, from, length) -> grams.add(new String(text, from, length)));
        return grams;
    }

    @Test
    void takesPairsAndTriplesOfCharacters() {
        assertThat(grams("夜の橋")).containsExactly("夜の", "の橋", "夜の橋");
    }

    @Test
    void halfWidthAndFullWidthSpellingsMeet() {
        assertThat(grams("ｶﾞﾝﾀﾞﾑ ＡＢ")).isEqualTo(grams("ガンダム ab"));
    }

    @Test
    void nothingCrossesSpacesAndPunctuation() {
        assertThat(grams("Up! (2009)")).containsExactly("up", "20", "00", "09", "200", "009");
        assertThat(grams(" ! ")).isEmpty();
    }
}
