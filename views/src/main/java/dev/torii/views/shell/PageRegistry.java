package dev.torii.views.shell;

import dev.torii.engine.Engine;
import dev.torii.views.inspection.EngineInspectionSource;
import dev.torii.views.inspection.InspectionSource;
import dev.torii.views.inspection.InspectionView;
import dev.torii.views.inspection.InspectionViewModel;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Page;
import dev.torii.views.navigation.PageId;
import dev.torii.views.overview.EngineOverviewSource;
import dev.torii.views.overview.OverviewSource;
import dev.torii.views.overview.OverviewView;
import dev.torii.views.overview.OverviewViewModel;
import java.util.List;
import java.util.function.Function;
import org.kordamp.ikonli.feather.Feather;

/// The one place where the pages of the console are registered, in the order of the navigation. A new page needs a
/// [PageId], a [NavigationTarget] and a line here.
public final class PageRegistry {
    private final Function<Engine, OverviewSource> overviewSource;
    private final Function<Engine, InspectionSource> inspectionSource;
    private final List<PageEntry> entries = List.of(
            new PageEntry(
                    PageId.OVERVIEW, "page.overview", Feather.HOME, new NavigationTarget.Overview(), this::overview),
            new PageEntry(
                    PageId.INSPECTION,
                    "page.inspection",
                    Feather.USER_CHECK,
                    new NavigationTarget.Inspection(null),
                    this::inspection));

    /// Pages that read from other sources than the engine's services.
    public PageRegistry(
            Function<Engine, OverviewSource> overviewSource, Function<Engine, InspectionSource> inspectionSource) {
        this.overviewSource = overviewSource;
        this.inspectionSource = inspectionSource;
    }

    /// The pages of the console.
    public static PageRegistry ofEngine() {
        return new PageRegistry(EngineOverviewSource::new, EngineInspectionSource::new);
    }

    public List<PageEntry> entries() {
        return entries;
    }

    public PageEntry entry(PageId id) {
        return entries.stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("page " + id + " is not registered"));
    }

    private Page overview(PageContext context) {
        OverviewViewModel model =
                new OverviewViewModel(overviewSource.apply(context.engine()), context.problems(), context.threads());
        context.activity().onFinished(job -> model.refresh());
        return new OverviewView(model, context.activity(), context.loader());
    }

    private Page inspection(PageContext context) {
        InspectionViewModel model =
                new InspectionViewModel(inspectionSource.apply(context.engine()), context.threads());
        return new InspectionView(model, context.navigator(), context.loader());
    }
}
