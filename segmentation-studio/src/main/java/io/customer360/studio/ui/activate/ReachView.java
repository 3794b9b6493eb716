package io.customer360.studio.ui.activate;

import io.customer360.studio.activate.ActivationReport;
import io.customer360.ui.control.HBarChart;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many may be addressed, and why the others may not; or why nothing may be sent at all.
final class ReachView extends VBox {
  private final Formats formats;

  ReachView(Formats formats) {
    super(10);
    this.formats = formats;
    getStyleClass().add("reach-view");
    setMinHeight(150);
  }

  void show(Load<ActivationReport> load) {
    setOpacity(load instanceof Load.Loading<?> && load.value() != null ? 0.6 : 1);
    if (load instanceof Load.Failed<ActivationReport>(var fault)) {
      HBox blocked =
          Nodes.row(
              10, Icons.of("fth-slash", 16, "danger"), Nodes.wrapped(fault.plain(), "danger"));
      blocked.getStyleClass().add("reach-blocked");
      getChildren().setAll(blocked);
      return;
    }
    ActivationReport report = load.value();
    if (report == null) {
      getChildren().setAll(new Skeleton(10, 18, -1, -1));
      return;
    }
    double share = report.members() == 0 ? 0 : (double) report.allowed() / report.members();
    Meter meter = new Meter(200, 6, share);
    meter.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(meter, Priority.ALWAYS);
    getChildren()
        .setAll(
            Nodes.line(
                8,
                Nodes.label(formats.count(report.allowed()), "title", "num"),
                Nodes.label(
                    Messages.text(
                        "studio.reach.may",
                        formats.count(report.members()),
                        Messages.text("studio.reach.by." + report.channel())),
                    "muted",
                    "num")),
            meter);
    List<HBarChart.Bar> bars = new ArrayList<>();
    report.refused().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            entry ->
                bars.add(
                    new HBarChart.Bar(
                        upper(entry.getKey()),
                        entry.getValue(),
                        formats.count(entry.getValue()),
                        null,
                        false)));
    if (!bars.isEmpty()) {
      Region chart = new HBarChart(Messages.text("studio.reach.why"), bars).rowHeight(26);
      chart.getStyleClass().add("reach-refused");
      getChildren()
          .addAll(Nodes.label(Messages.text("studio.reach.why"), "caption", "muted"), chart);
    }
  }

  private static String upper(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
