package io.customer360.studio.ui.map;

import io.customer360.studio.desk.Discovery;
import io.customer360.studio.drift.Drift;
import io.customer360.studio.drift.SavedClustering;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What changed since a clustering was kept: who stayed, cluster by cluster, and what merged or
/// split.
final class DriftView {
  private final UiContext context;
  private final Formats formats;
  private final DriftModel model;
  private final ClusterModel clusters;
  private final Runnable listed;
  private final HBox bar = Nodes.row(8);
  private final TextField name = new TextField();
  private final BorderPane root = new BorderPane();

  /// @param listed is told that there is a new list
  DriftView(UiContext context, DriftModel model, ClusterModel clusters, Runnable listed) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.clusters = clusters;
    this.listed = listed;
    root.getStyleClass().add("drift-view");
    bar.getStyleClass().add("drift-bar");
    name.setAccessibleText(Messages.text("studio.drift.name"));
    name.setPrefWidth(190);
    name.setOnAction(event -> keep());
    root.setTop(bar);
    model.kept().subscribe(load -> fill());
    model.drift().subscribe(load -> fill());
  }

  Node root() {
    return root;
  }

  /// Reads what is kept.
  void show() {
    if (model.kept().get() instanceof Load.Idle<?>) {
      model.read();
    } else {
      fill();
    }
  }

  private void keep() {
    String title = name.getText().strip();
    if (!title.isEmpty()) {
      model.keep(
          title,
          saved ->
              context
                  .notifier()
                  .done(
                      Messages.text(
                          "studio.drift.kept", saved.title(), Integer.toString(saved.run()))),
          context.notifier()::failed);
    }
  }

  private void fill() {
    Discovery.Found now = clusters.found().get().value();
    List<SavedClustering> kept = model.kept().get().value();
    if (now == null || kept == null) {
      return;
    }
    fillBar(now, kept);
    Load<Drift> load = model.drift().get();
    Drift drift = load.value();
    root.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    if (load instanceof Load.Failed<Drift>(var fault)) {
      root.setCenter(ErrorState.retry(fault, clusters::run));
    } else if (drift != null) {
      root.setCenter(content(drift));
    } else {
      root.setCenter(
          new EmptyState(
              "fth-git-branch",
              Messages.text(kept.isEmpty() ? "studio.drift.none" : "studio.drift.choose"),
              Messages.text(
                  kept.isEmpty() ? "studio.drift.none.words" : "studio.drift.choose.words")));
    }
  }

  private void fillBar(Discovery.Found now, List<SavedClustering> kept) {
    bar.getChildren().clear();
    SavedClustering chosen = model.chosen();
    if (!kept.isEmpty()) {
      List<Chip.Choice> choices = new ArrayList<>();
      for (SavedClustering one : kept) {
        choices.add(
            new Chip.Choice(
                one.name(),
                Messages.text(
                    "studio.drift.choice",
                    one.title(),
                    formats.date(one.asOf()),
                    formats.count(one.figures().n()))));
      }
      bar.getChildren()
          .add(
              Chip.editable(
                  Messages.text("studio.drift.since"),
                  chosen == null ? Messages.text("studio.drift.pick") : chosen.title(),
                  chosen == null ? "" : chosen.name(),
                  choices,
                  value -> again(kept, value)));
    }
    if (name.getText().isEmpty()) {
      name.setText(
          Messages.text(
              "studio.drift.title",
              Messages.text("studio.features." + now.settings().features()),
              SetupStrip.name(now.settings().request().algorithm()),
              Integer.toString(now.groups().size())));
    }
    bar.getChildren()
        .addAll(
            Nodes.spacer(),
            name,
            Nodes.button(Messages.text("studio.drift.keep"), "fth-bookmark", this::keep));
  }

  private void again(List<SavedClustering> kept, String name) {
    for (SavedClustering one : kept) {
      if (one.name().equals(name)) {
        model.again(one);
      }
    }
  }

  private Node content(Drift drift) {
    VBox box = new VBox(6);
    box.getStyleClass().add("drift-box");
    box.getChildren()
        .add(
            Nodes.label(
                Messages.text(
                    "studio.drift.stayed",
                    formats.share(drift.stayedShare()),
                    formats.count(drift.shared())),
                "section",
                "num"));
    box.getChildren()
        .add(
            Nodes.wrapped(
                Messages.text(
                    "studio.drift.words",
                    formats.date(drift.then().asOf()),
                    formats.count(drift.moved().size()),
                    formats.count(drift.fresh()),
                    formats.count(drift.gone()),
                    formats.score(drift.agreement()),
                    fates(drift)),
                "caption",
                "muted"));
    DataTable<Drift.Change> table = table(drift);
    BorderPane whole = new BorderPane(table);
    whole.setTop(box);
    if (!drift.moved().isEmpty()) {
      HBox foot =
          Nodes.row(
              8,
              Nodes.label(
                  Messages.text("studio.drift.moved", formats.count(drift.moved().size())),
                  "caption",
                  "muted"),
              Nodes.spacer(),
              Nodes.button(Messages.text("studio.lasso.list"), "fth-list", () -> list(drift)));
      foot.getStyleClass().add("drift-bar");
      whole.setBottom(foot);
    }
    return whole;
  }

  private DataTable<Drift.Change> table(Drift drift) {
    DataTable<Drift.Change> table =
        new DataTable<>("studio.drift", Messages.text("studio.view.drift"), context.memory());
    table.text("cluster", Messages.text("studio.drift.cluster"), 166, this::title);
    table.figure(
        "then",
        Messages.text("studio.drift.then"),
        56,
        row -> row.then() < 0 ? "\u2013" : formats.count(row.sizeThen()),
        Drift.Change::sizeThen);
    table.figure(
        "now",
        Messages.text("studio.drift.now"),
        56,
        row -> row.now() < 0 ? "\u2013" : formats.count(row.sizeNow()),
        Drift.Change::sizeNow,
        "strong");
    table.figure(
        "left",
        Messages.text("studio.drift.left"),
        52,
        row -> formats.count(row.left() + row.gone()),
        row -> row.left() + row.gone());
    table.figure(
        "came",
        Messages.text("studio.drift.came"),
        52,
        row -> formats.count(row.entered() + row.fresh()),
        row -> row.entered() + row.fresh());
    table.figure(
        "shift",
        Messages.text("studio.drift.shift"),
        68,
        row -> Double.isNaN(row.shift()) ? "\u2013" : formats.score(row.shift()),
        Drift.Change::shift);
    table.text("most", Messages.text("studio.drift.most"), 96, this::most, "muted");
    table.items(drift.changes());
    return table;
  }

  private String title(Drift.Change row) {
    return row.now() < 0
        ? Messages.text("studio.drift.no-more", row.title())
        : row.then() < 0 ? Messages.text("studio.drift.new", row.title()) : row.title();
  }

  private String most(Drift.Change row) {
    return Double.isNaN(row.mostShift()) || Math.abs(row.mostShift()) < 0.05
        ? ""
        : featureTitle(row.most()) + " " + formats.signed(row.mostShift(), 1);
  }

  private String featureTitle(String column) {
    Discovery.Found now = clusters.found().get().value();
    int at = now == null ? -1 : now.columns().indexOf(column);
    return now == null || at < 0 ? column : now.features().get(at);
  }

  private static String fates(Drift drift) {
    List<String> words = new ArrayList<>();
    List<SavedClustering.Group> then = drift.then().figures().groups();
    List<SavedClustering.Group> now = drift.now().groups();
    for (Drift.Merge merge : drift.merges()) {
      words.add(
          Messages.text(
              "studio.drift.merged", names(then, merge.then()), now.get(merge.now()).name()));
    }
    for (Drift.Split split : drift.splits()) {
      words.add(
          Messages.text(
              "studio.drift.split", then.get(split.then()).name(), names(now, split.now())));
    }
    return words.isEmpty() ? Messages.text("studio.drift.whole") : String.join(" ", words);
  }

  private static String names(List<SavedClustering.Group> groups, List<Integer> which) {
    return which.stream()
        .map(q -> groups.get(q).name())
        .collect(Collectors.joining(" " + Messages.text("studio.and") + " "));
  }

  private void list(Drift drift) {
    clusters.list(
        Messages.text("studio.drift.list", drift.then().title()),
        Messages.text("studio.drift.list.words", formats.date(drift.then().asOf())),
        drift.moved().stream().map(Drift.Moved::customer).toList(),
        made -> {
          context
              .notifier()
              .done(
                  Messages.text(
                      "studio.list.made", made.segment().title(), formats.count(made.members())));
          listed.run();
        },
        context.notifier()::failed);
  }
}
