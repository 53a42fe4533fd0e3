package dev.torii.views.shell;

import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Page;
import dev.torii.views.navigation.PageId;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// Builds each page when it is first asked for, keeps it, and tells it when it comes and goes.
final class PageHost {
    private final PageRegistry registry;
    private final PageContext context;
    private final Pane area;
    private final Map<PageId, Page> built = new EnumMap<>(PageId.class);
    private @Nullable Page front;

    PageHost(PageRegistry registry, PageContext context, Pane area) {
        this.registry = registry;
        this.context = context;
        this.area = area;
    }

    void show(NavigationTarget target) {
        Page page = built.computeIfAbsent(
                target.id(), id -> registry.entry(id).factory().apply(context));
        if (!page.equals(front)) {
            if (front != null) {
                front.onHidden();
            }
            front = page;
            area.getChildren().setAll(page.root());
        }
        page.onShown(target);
    }
}
