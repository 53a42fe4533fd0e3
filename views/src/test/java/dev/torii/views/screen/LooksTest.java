package dev.torii.views.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.torii.engine.jobs.Jobs;
import dev.torii.models.catalog.CatalogCounts;
import dev.torii.models.embedding.ModelState;
import dev.torii.models.embedding.ModelVersion;
import dev.torii.models.job.JobKind;
import dev.torii.models.monitoring.PartHealth;
import dev.torii.models.monitoring.PartState;
import dev.torii.models.problem.ErrorCode;
import dev.torii.models.problem.ToriiException;
import dev.torii.models.sync.SyncCounts;
import dev.torii.models.sync.SyncRun;
import dev.torii.models.sync.SyncState;
import dev.torii.views.connection.EngineConnection;
import dev.torii.views.feedback.ErrorBanner;
import dev.torii.views.feedback.Problems;
import dev.torii.views.fx.Threads;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.i18n.Language;
import dev.torii.views.i18n.Messages;
import dev.torii.views.inspection.InspectionView;
import dev.torii.views.inspection.InspectionViewModel;
import dev.torii.views.inspection.SmallTown;
import dev.torii.views.jobs.ActivityView;
import dev.torii.views.jobs.ActivityViewModel;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Navigator;
import dev.torii.views.overview.OverviewAction;
import dev.torii.views.overview.OverviewFacts;
import dev.torii.views.overview.OverviewSource;
import dev.torii.views.overview.OverviewView;
import dev.torii.views.overview.OverviewViewModel;
import dev.torii.views.shell.PageRegistry;
import dev.torii.views.shell.ShellView;
import dev.torii.views.shell.ShellViewModel;
import dev.torii.views.theme.Appearance;
import dev.torii.views.theme.Theme;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

/// Every page in every state, in both languages and both themes: the stylesheets are understood, nothing is cut
/// short or reaches out of the window, every button has a name.
class LooksTest {
    private static final Threads AT_ONCE = new Threads(Runnable::run, Runnable::run);
    private static final ToriiException LOST = new ToriiException(
            ErrorCode.DATABASE_UNREACHABLE,
            "The database at db.example:5432 does not answer.",
            "Maybe it is down, or database.url names the wrong host.");

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        FxThread.start();
    }

    static Stream<Arguments> looks() {
        return Stream.of(Theme.values())
                .flatMap(theme -> Stream.of(Language.values()).map(language -> Arguments.of(theme, language)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theOverviewLooksWellInEveryState(Theme theme, Language language) {
        look(theme, language, 1080, 720, messages -> overview(messages, () -> filled(2000, 1880)));
        look(theme, language, 840, 600, messages -> overview(messages, () -> filled(2000, 2000)));
        look(
                theme,
                language,
                1080,
                720,
                messages -> overview(
                        messages,
                        () -> new OverviewFacts(new CatalogCounts(0, 0, 0, 0, 0, 0), null, null, List.of(), null)));
        look(
                theme,
                language,
                1080,
                720,
                messages -> overview(messages, () -> {
                    throw LOST;
                }));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theInspectionLooksWellInEveryState(Theme theme, Language language) {
        look(theme, language, 1080, 720, messages -> inspection(messages, new SmallTown(), true));
        look(theme, language, 844, 560, messages -> inspection(messages, new SmallTown(), true));
        look(theme, language, 1080, 720, messages -> inspection(messages, new SmallTown(), false));
        SmallTown broken = new SmallTown();
        broken.breakDown();
        look(theme, language, 1080, 720, messages -> inspection(messages, broken, true));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWindowLooksWellBeforeTheEngineIsThere(Theme theme, Language language) {
        look(theme, language, 1280, 800, messages -> shell(messages, theme, false));
        look(theme, language, 900, 600, messages -> shell(messages, theme, true));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void activityAndErrorsLookWell(Theme theme, Language language) {
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            jobs.start(JobKind.SAMPLE, "", context -> {
                        context.begin("no.such.stage", 10, "videos");
                        context.progress(10);
                        context.figure("loss", 0.5);
                        return 1;
                    })
                    .await();
            jobs.start(JobKind.IMPORT, "ml-100k", context -> {
                        throw LOST;
                    })
                    .result()
                    .exceptionally(failure -> "failed")
                    .join();
            look(theme, language, 320, 600, messages -> {
                ActivityViewModel model = new ActivityViewModel(AT_ONCE, Duration.ZERO);
                model.watch(jobs);
                assertThat(model.rows()).hasSize(2);
                return new ActivityView(model, new ViewLoader(messages), () -> {}).root();
            });
        }
        look(theme, language, 700, 120, messages -> {
            Problems problems = new Problems();
            problems.report(LOST);
            return new ErrorBanner(problems, messages);
        });
    }

    @Test
    void closingWhileAJobRunsAsksFirst() throws TimeoutException {
        CountDownLatch never = new CountDownLatch(1);
        try (Jobs jobs = new Jobs(Clock.systemUTC())) {
            jobs.start(JobKind.TRAIN, "", context -> {
                context.cancellation().onCancel(never::countDown);
                never.await();
                return 0;
            });
            ShellViewModel model = FxThread.call(() -> {
                ShellViewModel shown = new ShellViewModel(
                        lostConnection(),
                        new NavigationTarget.Overview(),
                        new Threads(Runnable::run, Platform::runLater));
                shown.activity().watch(jobs);
                return shown;
            });
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> FxThread.call(() -> model.activity().runningProperty().get()) == 1);
            FxThread.call(() -> {
                ShellView shell = new ShellView(
                        model, PageRegistry.ofEngine(), new Messages(Language.ENGLISH), new Appearance(Theme.LIGHT));
                Scene scene = new Scene(shell.root(), 900, 600);
                AtomicInteger left = new AtomicInteger();
                assertThat(shell.mayClose(left::incrementAndGet)).isFalse();
                assertThat(shell.mayClose(left::incrementAndGet)).isFalse();
                assertThat(scene.getRoot().lookupAll("#quit-leave")).hasSize(1);
                ((Button) scene.lookup("#quit-leave")).fire();
                assertThat(left).hasValue(1);
                assertThat(shell.mayClose(() -> {})).isTrue();
                return null;
            });
        }
    }

    private static void look(
            Theme theme, Language language, double width, double height, Function<Messages, Parent> builder) {
        try (CssLog css = new CssLog()) {
            FxThread.call(() -> {
                Messages messages = new Messages(language);
                Scene scene = new Scene(builder.apply(messages), width, height);
                new Appearance(theme).dress(scene);
                for (int round = 0; round < 3; round++) {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                }
                scene.snapshot(null);
                assertThat(Looks.cutTexts(scene)).as("texts cut short").isEmpty();
                assertThat(Looks.outside(scene)).as("outside the window").isEmpty();
                assertThat(Looks.nameless(scene)).as("buttons without a name").isEmpty();
                return null;
            });
            assertThat(css.complaints()).isEmpty();
        }
    }

    private static Parent overview(Messages messages, Supplier<OverviewFacts> facts) {
        OverviewSource source = new OverviewSource() {
            @Override
            public OverviewFacts read() {
                return facts.get();
            }

            @Override
            public void start(OverviewAction action) {
                throw LOST;
            }
        };
        OverviewViewModel model = new OverviewViewModel(source, new Problems(), AT_ONCE);
        OverviewView view = new OverviewView(model, new ActivityViewModel(AT_ONCE), new ViewLoader(messages));
        view.onShown(new NavigationTarget.Overview());
        return view.root();
    }

    private static Parent inspection(Messages messages, SmallTown town, boolean chosen) {
        InspectionViewModel model = new InspectionViewModel(town, AT_ONCE);
        NavigationTarget place = new NavigationTarget.Inspection(chosen ? SmallTown.ALICE.id() : null);
        InspectionView view = new InspectionView(model, new Navigator(place), new ViewLoader(messages));
        view.onShown(place);
        return view.root();
    }

    private static Parent shell(Messages messages, Theme theme, boolean failed) {
        EngineConnection connection = lostConnection();
        if (failed) {
            connection.open();
        }
        ShellViewModel model = new ShellViewModel(connection, new NavigationTarget.Overview(), AT_ONCE);
        return new ShellView(model, PageRegistry.ofEngine(), messages, new Appearance(theme)).root();
    }

    private static EngineConnection lostConnection() {
        return new EngineConnection(
                () -> {
                    throw LOST;
                },
                AT_ONCE);
    }

    private static OverviewFacts filled(long videos, long embedded) {
        Instant now = Instant.parse("2026-11-20T08:45:00Z");
        ModelVersion active = new ModelVersion(
                "20261120-084500-7f3a",
                ModelState.ACTIVE,
                768,
                now,
                now,
                Map.of(),
                Map.of(),
                Map.of("ndcg@10", 0.3412, "recall@10", 0.281, "hit_rate@10", 0.83, "coverage@10", 0.412),
                "f",
                null);
        return new OverviewFacts(
                new CatalogCounts(videos, 1000, 52_340, 18_233, embedded, 1000),
                active,
                active,
                List.of(
                        new PartHealth("database", PartState.UP, "PostgreSQL 15.19, embedded, portable schema"),
                        new PartHealth("model", PartState.UP, "20261120-084500-7f3a"),
                        new PartHealth("index", PartState.DEGRADED, "1,880 of 2,000 videos")),
                new SyncRun(
                        new UUID(0, 1),
                        "movielens",
                        SyncState.DONE,
                        new SyncCounts(101_682, 101_682, 0, 0, 0, 0),
                        now,
                        now.plusSeconds(7),
                        null));
    }
}
