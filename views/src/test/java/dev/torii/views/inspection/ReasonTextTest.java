package dev.torii.views.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.models.recommendation.Cause;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReasonTextTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final ReasonText texts = new ReasonText(messages);

    @Test
    void namesTheNearestLikedVideosAndWhatIsShared() {
        Recommendation item =
                item(List.of(cause("Alien"), cause("Aliens"), cause("Brazil")), List.of("Sci-Fi", "Horror"));
        assertThat(texts.reason(item)).isEqualTo("Because Alien, Aliens were liked · shares Sci-Fi, Horror");
        messages.languageProperty().set(Language.JAPANESE);
        assertThat(texts.reason(item)).isEqualTo("Alien、Aliens が好まれたため · 共通点: Sci-Fi、Horror");
    }

    @Test
    void oneCauseIsOne() {
        assertThat(texts.reason(item(List.of(cause("Alien")), List.of()))).isEqualTo("Because Alien was liked");
    }

    @Test
    void withoutACauseItSaysSo() {
        assertThat(texts.reason(item(List.of(), List.of()))).contains("no liked video");
    }

    @Test
    void makerAndGenresDescribeAVideo() {
        assertThat(texts.about(SmallTown.video("x"))).isEqualTo("Gate Pictures · Drama");
    }

    private static Cause cause(String title) {
        return new Cause(new UUID(0, 1), title, 0.9);
    }

    private static Recommendation item(List<Cause> causes, List<String> shared) {
        return new Recommendation(SmallTown.video("x"), 1, 0.5, List.of(), causes, shared);
    }
}
