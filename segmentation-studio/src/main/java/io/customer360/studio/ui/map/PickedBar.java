package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.reading.ClusterMap;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.desk.Lasso;
import io.customer360.studio.desk.Plane;
import io.customer360.studio.rule.Rule;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What was picked, a cluster or people inside a line, with what defines them and the way to a
/// segment.
final class PickedBar {
  private final UiContext context;
  private final Formats formats;
  private final ClusterModel model;
  private final BiConsumer<String, Rule> make;
  private final Runnable listed;
  private final RangeWords words;
  private final HBox root = Nodes.row(12);

  /// @param make begins a segment with a title and a tree
  /// @param listed is told that there is a new list
  PickedBar(UiContext context, ClusterModel model, BiConsumer<String, Rule> make, Runnable listed) {
    this.context = context;
    this.formats = context.formats();
    this.words = new RangeWords(formats);
    this.model = model;
    this.make = make;
    this.listed = listed;
    root.getStyleClass().add("cluster-bar");
    Nodes.visible(root, false);
    model.chosen().subscribe(this::show);
    model.lasso().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show() {
    Discovery.Found now = model.found().get().value();
    Lasso lasso = model.lasso().get();
    int chosen = model.chosen().get();
    if (now != null && lasso != null) {
      lasso(now, lasso);
    } else if (now != null && chosen >= 0 && chosen < now.groups().size()) {
      cluster(now.groups().get(chosen));
    } else {
      Nodes.visible(root, false);
    }
  }

  private void cluster(Discovery.Group group) {
    fill(
        Messages.text(
            "studio.cluster.chosen",
            group.name(),
            formats.count(group.customers()),
            formats.share(group.share()),
            formats.money(group.margin12m())),
        Messages.text(
            "studio.cluster.rule",
            words.of(group.rule()),
            formats.percent(group.precision()),
            formats.percent(group.recall())),
        Nodes.button(
            Messages.text("studio.make"),
            "fth-pie-chart",
            () -> make.accept(group.name(), group.rule())));
  }

  private void lasso(Discovery.Found now, Lasso lasso) {
    int people = lasso.rows().length;
    if (people == 0) {
      fill(Messages.text("studio.lasso.nobody"), "", null);
      return;
    }
    String title = Messages.text("studio.lasso.title", formats.count(people));
    String defined = words.of(lasso.rule());
    Plane plane = model.plane().get().value();
    boolean some = plane != null && plane.projection() == ClusterMap.Projection.TSNE;
    fill(
        Messages.text(
            some ? "studio.lasso.some" : "studio.lasso.chosen",
            formats.count(people),
            formats.share((double) people / now.report().n())),
        defined.isEmpty()
            ? Messages.text("studio.lasso.no-rule")
            : Messages.text(
                "studio.cluster.rule",
                defined,
                formats.percent(lasso.precision()),
                formats.percent(lasso.recall())),
        deeds(
            Nodes.button(Messages.text("studio.lasso.list"), "fth-list", () -> list(title, lasso)),
            Nodes.button(
                Messages.text("studio.make"),
                "fth-pie-chart",
                () ->
                    make.accept(
                        Messages.text("studio.lasso.rule-title", formats.count(people)),
                        lasso.rule()))));
  }

  private void list(String title, Lasso lasso) {
    model.list(
        title,
        Messages.text("studio.lasso.description", words.of(lasso.rule())),
        lasso.rows(),
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

  private static HBox deeds(Button... buttons) {
    for (Button button : buttons) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    return Nodes.row(8, buttons);
  }

  private void fill(String title, String rule, @Nullable Node deeds) {
    VBox words = new VBox(2, Nodes.label(title, "strong"));
    if (!rule.isEmpty()) {
      words.getChildren().add(Nodes.wrapped(rule, "caption", "muted"));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    root.getChildren().setAll(words);
    if (deeds instanceof Region wide) {
      // The words wrap; a button without its word says nothing.
      wide.setMinWidth(Region.USE_PREF_SIZE);
      root.getChildren().add(wide);
    }
    Nodes.visible(root, true);
  }
}
