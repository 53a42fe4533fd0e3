package dev.torii.engine.ingest.sample;

import dev.torii.models.people.Interaction;
import dev.torii.models.people.InteractionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The users of the sample and what they do: a function of the catalogue, the seed and the user's number, so that
/// users can be made one by one in any number. `docs/sample-catalogue.md` describes the model.
final class SampleAudience {
    private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    private static final int SHELF = 40;
    private static final int MOST_EVENTS = 400;

    private final SampleCatalogue catalogue;
    private final long seed;
    private final List<SampleTaste> shared = new ArrayList<>();
    private final double[] popularitySums;
    private final double[] commonTaste;

    SampleAudience(SampleCatalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.seed = seed;
        Draw draw = new Draw(seed ^ 0x5EED_0F_7A57EL);
        for (int i = 0; i < 24; i++) {
            shared.add(SampleTaste.draw(catalogue, 12, draw));
        }
        commonTaste = draw.mixture(shared.size(), 0.8);
        popularitySums = new double[catalogue.videos().size()];
        double sum = 0;
        for (SampleVideo video : catalogue.videos()) {
            sum += video.popularity();
            popularitySums[video.number()] = sum;
        }
    }

    /// What user `number` did, oldest first.
    List<Interaction> behaviour(int number, UUID userId, List<UUID> videoIds) {
        Draw draw = new Draw(seed + 0x9E37_79B9_7F4A_7C15L * (number + 1));
        SamplePerson person = person(draw);
        long span = Duration.between(START, SampleCatalogue.END).toSeconds();
        double begins = 0.8 * draw.uniform();
        double length = (1 - begins) * (0.3 + 0.7 * draw.uniform());
        int events = Math.min(MOST_EVENTS, person.positives() * 2);
        List<Interaction> done = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        Set<Integer> followed = new HashSet<>();
        int liked = 0;
        for (int event = 0; event < events && liked < person.positives(); event++) {
            double progress = (event + draw.uniform()) / events;
            Instant at = START.plusSeconds((long) (span * (begins + length * progress)));
            SampleVideo video = choose(person, progress, at, met, followed, draw);
            if (video == null) {
                break;
            }
            met.add(video.number());
            double delight = person.expects(video, progress) + 0.35 * video.quality() + 0.45 * draw.normal();
            liked += react(delight, video, userId, videoIds.get(video.number()), at, followed, done, draw) ? 1 : 0;
        }
        return done;
    }

    private SamplePerson person(Draw draw) {
        int interests = 1 + draw.below(3);
        List<SampleTaste> tastes = new ArrayList<>();
        for (int i = 0; i < interests; i++) {
            tastes.add(shared.get(draw.weighted(commonTaste)));
        }
        tastes.add(SampleTaste.draw(catalogue, 6, draw));
        double positives = 42 * StrictMath.exp(0.25 * draw.normal());
        return new SamplePerson(
                tastes,
                draw.mixture(tastes.size(), 1),
                draw.mixture(tastes.size(), 1),
                0.2 + 0.6 * draw.uniform(),
                0.1 * draw.uniform(),
                (int) Math.clamp(StrictMath.round(positives), 20, 90));
    }

    /// Looks at a shelf of videos, met in proportion to their popularity, with the next parts of series that it
    /// follows, and takes the one that it expects most of, with some noise; sometimes any.
    private @Nullable SampleVideo choose(
            SamplePerson person, double progress, Instant at, Set<Integer> met, Set<Integer> followed, Draw draw) {
        int released = released(at);
        if (released == 0) {
            return null;
        }
        SampleVideo best = null;
        double bestValue = Double.NEGATIVE_INFINITY;
        boolean anything = draw.chance(person.curiosity());
        for (int i = 0; i < SHELF; i++) {
            SampleVideo video = catalogue.videos().get(meet(released, person.conformity(), draw));
            double noise = 0.25 * draw.gumbel();
            if (met.contains(video.number())) {
                continue;
            }
            double value = noise;
            if (!anything) {
                value += person.expects(video, progress);
                value += followed.contains(video.series()) ? 0.8 : 0;
            }
            if (value > bestValue) {
                best = video;
                bestValue = value;
            }
        }
        return best;
    }

    private static boolean react(
            double delight,
            SampleVideo video,
            UUID user,
            UUID id,
            Instant at,
            Set<Integer> followed,
            List<Interaction> done,
            Draw draw) {
        if (delight < 0.35) {
            done.add(new Interaction(user, id, InteractionKind.SKIP, 0, at));
            return false;
        }
        if (delight < 0.6) {
            double share = 0.05 + 0.4 * draw.uniform();
            done.add(new Interaction(user, id, InteractionKind.VIEW, Math.round(100 * share) / 100.0, at));
            return false;
        }
        if (video.series() >= 0) {
            followed.add(video.series());
        }
        if (delight > 1.6 && draw.chance(0.5)) {
            done.add(new Interaction(user, id, InteractionKind.PURCHASE, 1, at));
        }
        done.add(new Interaction(user, id, InteractionKind.LIKE, 1, at.plusSeconds(60L * video.minutes())));
        return true;
    }

    /// How many videos were out at that time.
    private int released(Instant at) {
        int low = 0;
        int high = catalogue.videos().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (catalogue.videos().get(middle).releasedAt().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// One of the first `released` videos: by popularity, or, by those who do not follow it, any.
    private int meet(int released, double conformity, Draw draw) {
        return draw.chance(conformity) ? draw.bySums(popularitySums, released) : draw.below(released);
    }
}
