package io.customer360.ui.identity;

import io.customer360.identity.review.IdentityHealth;
import io.customer360.ui.control.HBarChart;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Stat;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The health of the resolution in figures: how much is linked and by what, what to expect, what
/// waits, what was prevented.
final class HealthStrip {
  private static final double NEAR_ONE = 0.995;

  private final Formats formats;
  private final VBox root = new VBox(16);

  HealthStrip(IdentityHealth health, Formats formats) {
    this.formats = formats;
    root.getStyleClass().addAll("plain-card", "padded");
    root.getChildren()
        .addAll(
            Nodes.label(Messages.text("identity.health"), "strong"), stats(health), ties(health));
  }

  Node root() {
    return root;
  }

  private Node stats(IdentityHealth health) {
    FlowPane row = new FlowPane(48, 12);
    row.getChildren()
        .add(
            new Stat(Messages.text("identity.health.linked"), percent(health.linkRate()))
                .fact(
                    Messages.text(
                        "identity.health.linked.fact",
                        formats.count(health.records()),
                        formats.count(health.customers()))));
    IdentityHealth.Expected expected = health.expected();
    if (expected != null) {
      String at =
          Messages.text(
              "identity.health.at",
              formats.score(expected.threshold()),
              formats.count(expected.pairs()));
      row.getChildren()
          .addAll(
              expected("identity.health.precision", expected.precision(), at, expected.threshold()),
              expected("identity.health.recall", expected.recall(), at, expected.threshold()));
    }
    row.getChildren()
        .addAll(
            new Stat(
                    Messages.text("identity.health.waiting"),
                    formats.count(health.queue().waiting()))
                .fact(
                    Messages.text(
                        "identity.health.waiting.fact",
                        formats.count(health.queue().untellable()))),
            new Stat(
                    Messages.text("identity.health.prevented"),
                    formats.count(health.prevented().total()))
                .fact(
                    Messages.text(
                        "identity.health.prevented.fact",
                        formats.count(health.prevented().keptApart()),
                        formats.count(health.prevented().refused()),
                        formats.count(health.prevented().notFollowed()),
                        formats.count(health.prevented().judgedApart()))));
    return row;
  }

  /// Two decimals; so near to one that they would read 1.00, how often it is wrong.
  private Stat expected(String key, double value, String at, double threshold) {
    return value >= NEAR_ONE && value < 1
        ? new Stat(Messages.text(key), Messages.text("identity.health.near-one"))
            .fact(
                Messages.text(
                    "identity.health.wrong",
                    formats.count(Math.round(1 / (1 - value))),
                    formats.score(threshold)))
        : new Stat(Messages.text(key), formats.score(value)).fact(at);
  }

  private Node ties(IdentityHealth health) {
    IdentityHealth.Ties ties = health.ties();
    HBarChart bars =
        new HBarChart(
                Messages.text("identity.health.ties"),
                List.of(
                    bar("identity.health.deterministic", ties, ties.deterministic()),
                    bar("identity.health.probabilistic", ties, ties.probabilistic()),
                    bar("identity.health.judged", ties, ties.judged()),
                    bar("identity.health.transitive", ties, ties.transitive())))
            .rowHeight(24);
    return new VBox(
        6,
        Nodes.label(
            Messages.text("identity.health.ties.of", formats.count(ties.pairs())),
            "caption",
            "muted"),
        bars);
  }

  private HBarChart.Bar bar(String key, IdentityHealth.Ties ties, long count) {
    return new HBarChart.Bar(
        Messages.text(key),
        count,
        formats.count(count) + "  " + percent(ties.share(count)),
        null,
        false);
  }

  /// One decimal: a tenth of a percent of the records are many people.
  private String percent(double share) {
    return formats.number(share * 100, 1) + "\u202f%";
  }
}
