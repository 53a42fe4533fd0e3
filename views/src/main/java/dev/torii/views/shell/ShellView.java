package dev.torii.views.shell;

import dev.torii.views.connection.ConnectionState;
import dev.torii.views.feedback.ErrorBanner;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.i18n.Localized;
import dev.torii.views.i18n.Messages;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.theme.Appearance;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's content: navigation on the left, the page in the middle, activity on the right, status below.
@SuppressWarnings("NullAway.Init")
public final class ShellView {
    private static final double NARROW = 1120;
    private static final double NARROW_WITH_ACTIVITY = 1440;
    private static final PseudoClass COLLAPSED = PseudoClass.getPseudoClass("collapsed");

    private final ShellViewModel model;
    private final ViewLoader loader;
    private final PageRegistry registry;
    private final Parent root;
    private final ShellOverlay overlay;
    private @Nullable PageHost pages;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox navigation;

    @FXML
    private Label brand;

    @FXML
    private Button back;

    @FXML
    private Button forward;

    @FXML
    private Label title;

    @FXML
    private HBox settings;

    @FXML
    private VBox banners;

    @FXML
    private StackPane area;

    @FXML
    private StackPane layers;

    @FXML
    private HBox status;

    @FXML
    private ToggleButton activityToggle;

    public ShellView(ShellViewModel model, PageRegistry registry, Messages messages, Appearance appearance) {
        this.model = model;
        this.registry = registry;
        this.loader = new ViewLoader(messages);
        root = loader.load(this);
        NavigationBar bar = new NavigationBar(registry, model.navigator(), messages);
        navigation.getChildren().add(bar);
        bar.collapsedProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> frame.getWidth() < (model.activityOpenProperty().get() ? NARROW_WITH_ACTIVITY : NARROW),
                        frame.widthProperty(),
                        model.activityOpenProperty()));
        bar.collapsedProperty().subscribe(collapsed -> {
            navigation.pseudoClassStateChanged(COLLAPSED, collapsed);
            brand.setVisible(!collapsed);
            brand.setManaged(!collapsed);
        });
        settings.getChildren().setAll(new LanguageSwitch(messages), new ThemeSwitch(appearance, messages));
        banners.getChildren().setAll(new ErrorBanner(model.problems(), messages));
        status.getChildren().addFirst(new StatusBar(model.status(), messages));
        overlay = new ShellOverlay(frame, layers, model, loader);
        bindActivity(messages);
        bindNavigation(messages);
        ShellShortcuts.install(root, model, registry);
        model.connection().stateProperty().subscribe(this::connected);
        model.navigator().currentProperty().addListener((source, before, now) -> go(now));
    }

    public Parent root() {
        return root;
    }

    private void bindActivity(Messages messages) {
        activityToggle.selectedProperty().bindBidirectional(model.activityOpenProperty());
        activityToggle
                .textProperty()
                .bind(messages.observe(
                        () -> {
                            int running = model.activity().runningProperty().get();
                            return running == 0
                                    ? messages.text("activity.title")
                                    : messages.plural("activity.running", running);
                        },
                        model.activity().runningProperty()));
    }

    /// Whether the window may close now; else the user is asked, and `quit` runs when the answer is to leave.
    public boolean mayClose(Runnable quit) {
        return overlay.mayClose(quit);
    }

    private void bindNavigation(Messages messages) {
        back.disableProperty().bind(model.navigator().canGoBackProperty().not());
        back.setOnAction(event -> model.navigator().back());
        forward.disableProperty().bind(model.navigator().canGoForwardProperty().not());
        forward.setOnAction(event -> model.navigator().forward());
        Localized.explain(back, "navigation.back", messages);
        Localized.explain(forward, "navigation.forward", messages);
        title.textProperty()
                .bind(messages.observe(
                        () -> messages.text(registry.entry(model.navigator()
                                        .currentProperty()
                                        .get()
                                        .id())
                                .titleKey()),
                        model.navigator().currentProperty()));
    }

    private void connected(ConnectionState state) {
        switch (state) {
            case ConnectionState.Starting ignored -> {
                pages = null;
                area.getChildren().setAll(new StartingPane(loader.messages()));
            }
            case ConnectionState.Failed failed -> {
                pages = null;
                area.getChildren()
                        .setAll(new StartFailedPane(failed.problem(), loader.messages(), model.connection()::open));
            }
            case ConnectionState.Ready ready -> {
                pages = new PageHost(
                        registry,
                        new PageContext(
                                ready.engine(),
                                loader,
                                model.threads(),
                                model.problems(),
                                model.navigator(),
                                model.activity()),
                        area);
                go(model.navigator().currentProperty().get());
            }
        }
    }

    private void go(NavigationTarget target) {
        if (pages != null) {
            pages.show(target);
        }
    }
}
