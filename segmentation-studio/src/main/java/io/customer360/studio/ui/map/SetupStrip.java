package io.customer360.studio.ui.map;

import io.customer360.studio.cluster.Algorithm;
import io.customer360.studio.desk.Discovery;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// Who is clustered, by what and how, as chips: each opens its choices, a change runs at once.
final class SetupStrip {
  private final ClusterModel model;
  private final HBox root = Nodes.row(6);

  SetupStrip(ClusterModel model) {
    this.model = model;
    root.getStyleClass().add("setup-strip");
    model.setup().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  static String name(Algorithm algorithm) {
    return Messages.text("studio.algorithm." + algorithm.id());
  }

  private void show(Setup now) {
    List<Chip.Choice> algorithms = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      algorithms.add(new Chip.Choice(algorithm.id(), name(algorithm)));
    }
    List<Chip.Choice> features = new ArrayList<>();
    for (String set : Discovery.featureSets()) {
      features.add(new Chip.Choice(set, Messages.text("studio.features." + set)));
    }
    List<Chip.Choice> counts = new ArrayList<>();
    counts.add(new Chip.Choice("0", Messages.text("studio.k.auto")));
    for (int k = 2; k <= 12; k++) {
      counts.add(new Chip.Choice(Integer.toString(k), Integer.toString(k)));
    }
    List<Chip.Choice> people =
        List.of(
            new Chip.Choice("false", Messages.text("studio.everyone")),
            new Chip.Choice("true", Messages.text("studio.this-segment")));
    List<Node> chips = new ArrayList<>();
    chips.add(
        Chip.editable(
            "",
            Messages.text(now.segmentOnly() ? "studio.this-segment" : "studio.everyone"),
            Boolean.toString(now.segmentOnly()),
            people,
            value -> model.change(now.segmentOnly(Boolean.parseBoolean(value)))));
    chips.add(
        Chip.editable(
            "",
            Messages.text("studio.features." + now.features()),
            now.features(),
            features,
            value -> model.change(now.features(value))));
    chips.add(
        Chip.editable(
            "",
            name(now.algorithm()),
            now.algorithm().id(),
            algorithms,
            value -> model.change(now.with(Algorithm.valueOf(value.toUpperCase(Locale.ROOT))))));
    if (now.algorithm().needsK()) {
      chips.add(
          Chip.editable(
              "k",
              now.k() == 0 ? Messages.text("studio.k.auto") : Integer.toString(now.k()),
              Integer.toString(now.k()),
              counts,
              value -> model.change(now.clusters(Integer.parseInt(value)))));
    }
    chips.add(
        Chip.filter(
                "",
                Messages.text("studio.log"),
                () -> model.change(now.logarithms(!now.logarithms())))
            .on(now.logarithms()));
    chips.add(
        Nodes.iconButton(
            "fth-refresh-cw",
            Messages.text("studio.cluster.again"),
            () -> model.change(now.seed(now.seed() + 1))));
    root.getChildren().setAll(chips);
  }
}
