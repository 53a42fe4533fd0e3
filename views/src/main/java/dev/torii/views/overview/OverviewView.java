package dev.torii.views.overview;

import dev.torii.views.feedback.Phase;
import dev.torii.views.feedback.Placeholder;
import dev.torii.views.feedback.Problem;
import dev.torii.views.fx.ViewLoader;
import dev.torii.views.i18n.Formats;
import dev.torii.views.i18n.Messages;
import dev.torii.views.jobs.ActivityViewModel;
import dev.torii.views.navigation.NavigationTarget;
import dev.torii.views.navigation.Page;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The page *Overview*.
@SuppressWarnings("NullAway.Init")
public final class OverviewView implements Page {
    private final OverviewViewModel model;
    private final ActivityViewModel activity;
    private final Messages messages;
    private final Formats formats;
    private final Placeholder failed;
    private final Parent root;
    private final CoverageCard coverage;
    private final ModelCard activeModel;
    private final HealthCard health;
    private final RunCard lastRun;

    @FXML
    private StackPane stack;

    @FXML
    private ScrollPane content;

    @FXML
    private Node skeleton;

    @FXML
    private VBox attention;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    @FXML
    private Label videos;

    @FXML
    private Label users;

    @FXML
    private Label interactions;

    @FXML
    private Label likes;

    public OverviewView(OverviewViewModel model, ActivityViewModel activity, ViewLoader loader) {
        this.model = model;
        this.activity = activity;
        messages = loader.messages();
        formats = new Formats(messages);
        root = loader.load(this);
        coverage = new CoverageCard(messages);
        activeModel = new ModelCard(messages);
        health = new HealthCard(messages);
        lastRun = new RunCard(messages);
        left.getChildren().setAll(coverage, lastRun);
        right.getChildren().setAll(activeModel, health);
        VBox.setVgrow(health, Priority.ALWAYS);
        VBox.setVgrow(lastRun, Priority.ALWAYS);
        failed = new Placeholder(messages, Feather.ALERT_CIRCLE, "overview.failed", "overview.failed");
        failed.action("action.retry", model::refresh);
        stack.getChildren().add(failed);

        InvalidationListener repaint = source -> show(model.factsProperty().get());
        model.factsProperty().addListener(repaint);
        messages.languageProperty().addListener(repaint);
        model.phaseProperty().addListener(source -> showPhase());
        showPhase();
        show(model.factsProperty().get());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShown(NavigationTarget target) {
        model.refresh();
    }

    private void showPhase() {
        Phase phase = model.phaseProperty().get();
        content.setVisible(phase == Phase.READY);
        skeleton.setVisible(phase == Phase.LOADING);
        failed.setVisible(phase == Phase.FAILED);
        Problem problem = model.problemProperty().get();
        if (problem != null) {
            failed.say(problem);
        }
    }

    private void show(@Nullable OverviewFacts facts) {
        if (facts == null) {
            return;
        }
        videos.setText(formats.count(facts.counts().videos()));
        users.setText(formats.count(facts.counts().users()));
        interactions.setText(formats.count(facts.counts().interactions()));
        likes.setText(formats.count(facts.counts().likes()));
        coverage.show(facts.counts());
        activeModel.show(facts.activeModel());
        health.show(facts.health());
        lastRun.show(facts.lastRun());
        List<AttentionCard> notes = Attention.of(facts).stream()
                .map(item -> new AttentionCard(item, messages, activity.runningKinds(), model::start))
                .toList();
        attention.getChildren().setAll(notes);
        if (notes.isEmpty()) {
            attention.getChildren().add(new AllWell(messages));
        }
    }
}
