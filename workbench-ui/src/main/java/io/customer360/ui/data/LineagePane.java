package io.customer360.ui.data;

import io.customer360.lakehouse.ModelGraph;
import io.customer360.lakehouse.ModelNode;
import io.customer360.lakehouse.NodeKind;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.LineageGraph;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.control.Tone;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The lineage as a graph or as a table. One of both is selected everywhere.
final class LineagePane {
  /// The strip that the switch between graph and table stands in.
  private static final double TOOLS = 52;

  private final Formats formats;
  private final DataViewModel model;
  private final StackPane content = new StackPane();
  private final Segmented way =
      new Segmented(
          Messages.text("data.lineage.way"),
          Messages.text("data.lineage.graph"),
          Messages.text("data.lineage.table"));
  private final DataTable<ModelNode> table;
  private final Button fit;
  private final StackPane root;
  private @Nullable LineageGraph graph;
  private @Nullable ModelGraph drawn;

  LineagePane(UiContext context, DataViewModel model) {
    this.formats = context.formats();
    this.model = model;
    table = new DataTable<>("lineage", Messages.text("data.lineage"), context.memory());
    table.text("table", Messages.text("data.column.table"), 220, ModelNode::name, "mono");
    table.text("layer", Messages.text("data.column.layer"), 90, LineagePane::layer);
    table.figure(
        "rows",
        Messages.text("data.column.rows"),
        100,
        n -> formats.count(n.rows()),
        ModelNode::rows);
    table.figure(
        "seconds",
        Messages.text("data.column.seconds"),
        90,
        n -> n.refreshedAt() == null ? "" : formats.number(n.seconds(), 2),
        ModelNode::seconds);
    table.text("state", Messages.text("data.column.state"), 170, this::state);
    table.text("grain", Messages.text("data.column.grain"), 260, ModelNode::grain);
    table.text("meaning", Messages.text("data.column.meaning"), 420, ModelNode::meaning);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(node -> Optional.ofNullable(node).ifPresent(n -> model.select(n.name())));
    fit = Nodes.button(Messages.text("data.lineage.fit"), "fth-maximize", this::fit);
    HBox tools = Nodes.row(8, way, fit);
    tools.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
    tools.getStyleClass().add("lineage-tools");
    StackPane.setAlignment(tools, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(tools, new Insets(0, 24, 12, 0));
    root = new StackPane(content, tools);
    root.getStyleClass().add("lineage-pane");
    root.setMinHeight(200);
    way.selectedProperty().subscribe(this::arrange);
    model.contents().subscribe(load -> Optional.ofNullable(load.value()).ifPresent(this::show));
    model.selected().subscribe(node -> node.ifPresent(n -> light(n.name())));
  }

  Node root() {
    return root;
  }

  private void fit() {
    if (graph != null) {
      graph.fit();
    }
  }

  private void light(String name) {
    if (graph != null && !name.equals(graph.selected())) {
      graph.select(name);
    }
  }

  private void show(DataViewModel.Contents now) {
    if (now.graph().equals(drawn)) {
      return;
    }
    drawn = now.graph();
    List<LineageGraph.Item> items =
        now.graph().nodes().stream()
            .map(
                node ->
                    new LineageGraph.Item(
                        node.name(),
                        column(node, now.graph()),
                        label(node),
                        rows(node),
                        right(node),
                        tone(node),
                        Families.of(node)))
            .toList();
    List<LineageGraph.Edge> edges =
        now.graph().edges().stream()
            .map(edge -> new LineageGraph.Edge(edge.from(), edge.to()))
            .toList();
    LineageGraph next =
        new LineageGraph(
            List.of(
                Messages.text("data.layer.source"),
                Messages.text("data.layer.bronze"),
                Messages.text("data.layer.silver"),
                Messages.text("data.layer.gold"),
                Messages.text("data.layer.model"),
                Messages.text("data.layer.use")),
            items,
            edges);
    next.onSelect(model::select);
    graph = next;
    table.items(now.graph().nodes().stream().filter(node -> !node.columns().isEmpty()).toList());
    arrange();
    model.selected().get().ifPresent(node -> next.select(node.name()));
  }

  private void arrange() {
    boolean asGraph = way.selected() == 0;
    Nodes.visible(fit, asGraph);
    if (asGraph && graph != null) {
      content.getChildren().setAll(graph);
    } else if (!asGraph) {
      StackPane.setMargin(table, new Insets(0, 0, TOOLS, 0));
      content.getChildren().setAll(table);
    }
  }

  /// Models stand behind gold with the tables they fill; one that reads nothing of gold, as the
  /// resolution of people, stands with its tables in gold.
  private static int column(ModelNode node, ModelGraph graph) {
    return switch (node.kind()) {
      case SOURCE -> 0;
      case BRONZE -> 1;
      case SILVER -> 2;
      case GOLD -> filledByLateModel(node, graph) ? 4 : 3;
      case MODEL -> readsGold(node, graph) ? 4 : 3;
      case USE -> 5;
    };
  }

  private static boolean readsGold(ModelNode node, ModelGraph graph) {
    return graph.edges().stream()
        .filter(edge -> edge.to().equals(node.name()))
        .flatMap(edge -> graph.node(edge.from()).stream())
        .anyMatch(from -> from.kind() == NodeKind.GOLD);
  }

  private static boolean filledByLateModel(ModelNode node, ModelGraph graph) {
    return graph.edges().stream()
        .filter(edge -> edge.to().equals(node.name()))
        .flatMap(edge -> graph.node(edge.from()).stream())
        .anyMatch(from -> from.kind() == NodeKind.MODEL && readsGold(from, graph));
  }

  /// A table by its name, a source by the words people have for it, a model as one.
  private static String label(ModelNode node) {
    return switch (node.kind()) {
      case SOURCE -> Sources.words(node.label());
      case MODEL -> Messages.text("data.node.model", node.label());
      default -> node.label();
    };
  }

  private static String layer(ModelNode node) {
    return Messages.text("data.kind." + node.kind().name().toLowerCase(Locale.ROOT));
  }

  private String rows(ModelNode node) {
    return node.kind() == NodeKind.USE || node.kind() == NodeKind.MODEL
        ? ""
        : formats.count(node.rows());
  }

  private String right(ModelNode node) {
    if (node.stale()) {
      return Messages.text("data.state.stale");
    }
    return node.refreshedAt() == null || node.kind() == NodeKind.MODEL
        ? ""
        : formats.number(node.seconds(), 1) + "\u202fs";
  }

  private String state(ModelNode node) {
    if (node.alarm()) {
      return node.note();
    }
    return Messages.text(node.stale() ? "data.state.stale" : "data.state.fresh");
  }

  private static Tone tone(ModelNode node) {
    if (node.kind() == NodeKind.USE) {
      return Tone.NORMAL;
    }
    return node.alarm() || node.stale() ? Tone.WARN : Tone.GOOD;
  }
}
