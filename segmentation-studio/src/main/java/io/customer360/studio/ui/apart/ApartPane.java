package io.customer360.studio.ui.apart;

import io.customer360.studio.compare.Comparison;
import io.customer360.studio.compare.Trait;
import io.customer360.studio.desk.Contrasts;
import io.customer360.studio.ui.rules.CatalogModel;
import io.customer360.studio.ui.rules.Vocabulary;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What sets the people on screen apart from everyone else or from a segment: traits, distributions
/// of a few numbers, and the segments they are in as well.
public final class ApartPane {
  private static final int MOST_TRAITS = 24;

  private final UiContext context;
  private final ApartModel model;
  private final CatalogModel catalog;
  private final BiConsumer<String, io.customer360.studio.rule.Rule> add;
  private final Segmented views =
      new Segmented(
          Messages.text("studio.apart"),
          Messages.text("studio.apart.traits"),
          Messages.text("studio.apart.distributions"),
          Messages.text("studio.apart.overlap"));
  private final Button against;
  private final StackPane body = new StackPane();
  private final Label foot = Nodes.wrapped("", "footnote", "muted");
  private final Pane root;

  /// @param add takes a condition for the rules, with the words it was found under
  public ApartPane(
      UiContext context,
      ApartModel model,
      CatalogModel catalog,
      BiConsumer<String, io.customer360.studio.rule.Rule> add) {
    this.context = context;
    this.model = model;
    this.catalog = catalog;
    this.add = add;
    PaneHeader header = new PaneHeader(Messages.text("studio.apart"));
    against = Nodes.button("", () -> {}, "flat", "against");
    against.setGraphic(Icons.of("fth-chevron-down", 13));
    against.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    against.setOnAction(event -> menu().show(against, Side.BOTTOM, 0, 4));
    against.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    against.setMaxWidth(190);
    header.right(against);
    views.getStyleClass().add("apart-views");
    BorderPane whole = new BorderPane(body);
    BorderPane.setMargin(views, new Insets(10, 16, 6, 16));
    whole.setTop(views);
    foot.getStyleClass().add("apart-foot");
    root = new Pane(header, whole).foot(foot);
    root.setMinHeight(180);
    views
        .selectedProperty()
        .subscribe(
            view -> {
              model.overlap(view.intValue() == 2);
              show();
            });
    model.comparison().subscribe(load -> show());
    model.shared().subscribe(load -> show());
    model.against().subscribe(id -> name());
    catalog.vocabulary().subscribe(load -> name());
  }

  public Node root() {
    return root;
  }

  private void name() {
    Vocabulary words = catalog.vocabulary().get().value();
    String id = model.against().get();
    String title =
        id.isEmpty() ? Messages.text("studio.apart.rest") : words == null ? id : words.segment(id);
    against.setText(Messages.text("studio.apart.against", title));
    against.setAccessibleText(against.getText());
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    menu.getItems().add(item("", Messages.text("studio.apart.everyone")));
    Vocabulary words = catalog.vocabulary().get().value();
    if (words != null) {
      words.segments().forEach((id, title) -> menu.getItems().add(item(id, title)));
    }
    return menu;
  }

  private RadioMenuItem item(String id, String title) {
    RadioMenuItem item = new RadioMenuItem(title);
    item.setSelected(id.equals(model.against().get()));
    item.setOnAction(event -> model.against(id));
    return item;
  }

  private void show() {
    boolean overlap = views.selected() == 2;
    Nodes.visible(against, !overlap);
    Load<?> load = overlap ? model.shared().get() : model.comparison().get();
    if (load instanceof Load.Failed<?>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::read));
      foot.setText("");
      foot.setTooltip(null);
      return;
    }
    body.setOpacity(load instanceof Load.Loading<?> && load.value() != null ? 0.6 : 1);
    if (load.value() instanceof Contrasts.Shared shared) {
      shared(shared);
    } else if (load.value() instanceof Comparison comparison) {
      if (comparison.inside() == 0 || comparison.against() == 0) {
        none("studio.apart.nobody", "studio.apart.nobody.words");
      } else if (views.selected() == 0) {
        traits(comparison);
      } else {
        distributions(comparison);
      }
    } else {
      Skeleton skeleton = new Skeleton(12, 18, -1, -1, -1, -1, -1);
      skeleton.setPadding(new Insets(8, 16, 8, 16));
      body.getChildren().setAll(skeleton);
      foot.setText("");
      foot.setTooltip(null);
    }
  }

  private void none(String title, String words) {
    body.getChildren()
        .setAll(new EmptyState("fth-bar-chart-2", Messages.text(title), Messages.text(words)));
    foot.setText("");
    foot.setTooltip(null);
  }

  private void traits(Comparison comparison) {
    Formats formats = context.formats();
    List<Trait> findings = comparison.traits().stream().filter(Trait::differs).toList();
    if (findings.isEmpty()) {
      none("studio.apart.none", "studio.apart.none.words");
      return;
    }
    // Fields that say the same of the same people are one finding to a reader.
    Set<String> said = new HashSet<>();
    List<Trait> shown =
        findings.stream()
            .filter(trait -> said.add(trait.insideCount() + " " + trait.againstCount()))
            .limit(MOST_TRAITS)
            .toList();
    body.getChildren().setAll(scrolling(new TraitChart(shown, formats, this::title, this::take)));
    foot.setText(
        Messages.text(
            "studio.apart.foot",
            formats.count(findings.size()),
            formats.count(comparison.tested())));
    foot.setTooltip(new Tooltip(Messages.text("studio.apart.foot.more")));
  }

  /// A trait in the words and units of the rules.
  private String title(Trait trait) {
    Vocabulary words = catalog.vocabulary().get().value();
    return words == null ? trait.title() : words.trait(trait);
  }

  private void take(Trait trait) {
    model.rule(
        trait,
        rule ->
            rule.ifPresentOrElse(
                found -> add.accept(title(trait), found),
                () ->
                    context.notifier().warn(Messages.text("studio.apart.no-rule", title(trait)))));
  }

  private void distributions(Comparison comparison) {
    VBox charts = new VBox(12);
    comparison
        .distributions()
        .forEach(one -> charts.getChildren().add(new DistributionChart(one, context.formats())));
    body.getChildren().setAll(scrolling(charts));
    foot.setText(Messages.text("studio.apart.distributions.foot"));
    foot.setTooltip(null);
  }

  private void shared(Contrasts.Shared shared) {
    if (shared.overlap().segments().size() < 2) {
      none("studio.overlap.none", "studio.overlap.none.words");
      return;
    }
    Formats formats = context.formats();
    body.getChildren().setAll(scrolling(new OverlapChart(shared, formats)));
    int more = OverlapChart.more(shared.overlap());
    String rest =
        shared.apart().isEmpty()
            ? ""
            : " " + Messages.text("studio.overlap.apart", String.join(", ", shared.apart()));
    foot.setTooltip(null);
    foot.setText(
        (more > 0
                ? Messages.text("studio.overlap.more", formats.count(more))
                : Messages.text("studio.overlap.foot"))
            + rest);
  }

  private static Node scrolling(Node chart) {
    VBox box = new VBox(chart);
    box.setPadding(new Insets(4, 16, 6, 16));
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Messages.text("studio.apart"));
    return scroll;
  }
}
