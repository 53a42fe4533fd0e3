package dev.torii.views.inspection;

import dev.torii.models.people.HistoryEntry;
import dev.torii.models.people.UserSummary;
import dev.torii.models.recommendation.Recommendation;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.i18n.Messages;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Navigator;
import dev.torii.views.navigation.Page;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page *Inspection*.
@SuppressWarnings("NullAway.Init")
public final class InspectionView implements Page {
    /// How much of the column the reasons may take from the history below them.
    private static final double REASONS_SHARE = 0.67;
    private static final List<Integer> COUNTS = List.of(10, Filters.DEFAULT_COUNT, 50, Filters.MAX_COUNT);

    private final InspectionViewModel model;
    private final Messages messages;
    private final UserHeading heading;
    private final ReasonPane reasons;
    private final Parent root;
    private ScoreLook look = ScoreLook.of(null);

    @FXML
    private TextField search;

    @FXML
    private ListView<UserSummary> users;

    @FXML
    private StackPane usersArea;

    @FXML
    private VBox headingArea;

    @FXML
    private FlowPane filters;

    @FXML
    private ComboBox<Integer> count;

    @FXML
    private CheckBox excludeLiked;

    @FXML
    private HBox legend;

    @FXML
    private Label summary;

    @FXML
    private FlowPane summaryLine;

    @FXML
    private ListView<Recommendation> recommendations;

    @FXML
    private StackPane recommendationsArea;

    @FXML
    private VBox side;

    @FXML
    private VBox whyCard;

    @FXML
    private VBox why;

    @FXML
    private ListView<HistoryEntry> history;

    @FXML
    private StackPane historyArea;

    public InspectionView(InspectionViewModel model, Navigator navigator, ViewLoader loader) {
        this.model = model;
        messages = loader.messages();
        root = loader.load(this);
        summary.maxWidthProperty().bind(summaryLine.widthProperty());
        heading = new UserHeading(messages);
        headingArea.getChildren().addFirst(heading);
        reasons = new ReasonPane(messages);
        why.getChildren().add(reasons);
        whyCard.maxHeightProperty().bind(side.heightProperty().multiply(REASONS_SHARE));
        bindUsers(navigator);
        bindFilters();
        bindRecommendations(navigator);
        bindHistory();
        messages.languageProperty().addListener(source -> repaint());
        model.userProperty().addListener(source -> repaint());
        repaint();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShown(NavigationTarget target) {
        model.refresh();
        if (target instanceof NavigationTarget.Inspection inspection && inspection.userId() != null) {
            model.inspect(inspection.userId());
        }
    }

    private void bindUsers(Navigator navigator) {
        search.textProperty().bindBidirectional(model.queryProperty());
        users.setCellFactory(view -> new UserCell(messages));
        model.users().valueProperty().subscribe(found -> {
            users.getItems().setAll(found == null ? List.of() : found);
            users.getSelectionModel().select(model.userProperty().get());
        });
        model.userProperty()
                .addListener((source, before, now) -> users.getSelectionModel().select(now));
        users.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                model.userProperty().set(now);
            }
        });
        new AnswerStates(usersArea, users, model.users(), messages)
                .empty("inspection.users.empty.title", "inspection.users.empty.text")
                .retry(model::findAgain)
                .action("action.overview", () -> navigator.go(new NavigationTarget.Overview()));
    }

    private void bindFilters() {
        TermPicker genres = new TermPicker("filter.genres", model.filters().genres(), messages);
        TermPicker makers = new TermPicker("filter.makers", model.filters().makers(), messages);
        filters.getChildren().addAll(0, List.of(genres, makers));
        model.choicesProperty().subscribe(choices -> {
            genres.offer(choices.genres());
            makers.offer(choices.makers());
        });
        count.getItems().setAll(COUNTS);
        count.setValue(Filters.DEFAULT_COUNT);
        count.valueProperty().subscribe(value -> model.filters().countProperty().set(value));
        excludeLiked.selectedProperty().bindBidirectional(model.filters().excludeLikedProperty());
    }

    private void bindRecommendations(Navigator navigator) {
        recommendations.setCellFactory(view -> new RecommendationCell(messages, () -> look));
        model.recommendations().valueProperty().subscribe(list -> {
            look = ScoreLook.of(list);
            recommendations.getItems().setAll(list == null ? List.of() : list.items());
            recommendations.getSelectionModel().select(model.chosenProperty().get());
            recommendations.scrollTo(0);
            repaint();
        });
        model.chosenProperty().subscribe(item -> {
            recommendations.getSelectionModel().select(item);
            reasons.show(item, look.colours());
        });
        recommendations.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                model.chosenProperty().set(now);
            }
        });
        new AnswerStates(recommendationsArea, recommendations, model.recommendations(), messages)
                .idle("inspection.idle.title", "inspection.idle.text")
                .empty("inspection.nothing.title", "inspection.nothing.text")
                .retry(model::recommend)
                .action("action.overview", () -> navigator.go(new NavigationTarget.Overview()));
    }

    private void bindHistory() {
        history.setCellFactory(view -> new HistoryCell(messages));
        model.history()
                .valueProperty()
                .subscribe(entries -> history.getItems().setAll(entries == null ? List.of() : entries));
        new AnswerStates(historyArea, history, model.history(), messages)
                .empty("inspection.history.empty.title", "inspection.history.empty.text")
                .retry(model::refresh);
    }

    /// Writes again what is not bound: cells, and what depends on the user as a whole.
    private void repaint() {
        @Nullable UserSummary user = model.userProperty().get();
        heading.show(user);
        filters.setVisible(user != null);
        filters.setManaged(user != null);
        side.setVisible(user != null);
        side.setManaged(user != null);
        SummaryLine.show(model.recommendations().valueProperty().get(), summary, legend, look, messages);
        reasons.show(model.chosenProperty().get(), look.colours());
        users.refresh();
        recommendations.refresh();
        history.refresh();
    }
}
