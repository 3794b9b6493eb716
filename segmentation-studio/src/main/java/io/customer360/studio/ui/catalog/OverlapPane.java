package io.customer360.studio.ui.catalog;

import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.MemberOverlap;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.ui.chart.HeatMap;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Pane;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the segments in use overlap: which share of the people of each is in each other. Enter on a
/// cell makes a segment of those in both.
final class OverlapPane {
  private final Formats formats;
  private final SegmentsModel model;
  private final BiConsumer<String, Rule> make;
  private final StackPane body = new StackPane();
  private final Pane root;

  /// @param make begins a segment with a title and a tree
  OverlapPane(Formats formats, SegmentsModel model, BiConsumer<String, Rule> make) {
    this.formats = formats;
    this.model = model;
    this.make = make;
    PaneHeader header =
        new PaneHeader(
            Messages.text("studio.apart.overlap"), Messages.text("studio.catalog.overlap.fact"));
    header.right(Nodes.label(Messages.text("studio.catalog.overlap.hint"), "footnote", "muted"));
    root = new Pane(header, body);
    root.setMinHeight(120);
    model.overlap().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(Load<MemberOverlap> load) {
    MemberOverlap now = load.value();
    body.setOpacity(load instanceof Load.Loading<?> && now != null ? 0.6 : 1);
    if (load instanceof Load.Failed<MemberOverlap>(var fault)) {
      body.getChildren().setAll(ErrorState.retry(fault, model::readOverlap));
    } else if (now == null) {
      Skeleton skeleton = new Skeleton(10, 20, -1, -1, -1);
      skeleton.setPadding(new Insets(16));
      body.getChildren().setAll(skeleton);
    } else if (now.segments().isEmpty()) {
      body.getChildren()
          .setAll(
              new EmptyState(
                  "fth-layers",
                  Messages.text("studio.catalog.overlap.none"),
                  Messages.text("studio.catalog.overlap.none.words")));
    } else {
      VBox box = new VBox(grid(now));
      box.setPadding(new Insets(8, 16, 16, 16));
      ScrollPane scroll = new ScrollPane(box);
      scroll.setFitToWidth(true);
      scroll.setAccessibleText(Messages.text("studio.apart.overlap"));
      body.getChildren().setAll(scroll);
    }
  }

  private HeatMap grid(MemberOverlap now) {
    Map<String, String> titles = new HashMap<>();
    List<SegmentOverview.Row> rows = model.rows().get().value();
    if (rows != null) {
      rows.forEach(row -> titles.put(row.segment().id(), row.segment().title()));
    }
    List<String> names = now.segments().stream().map(id -> titles.getOrDefault(id, id)).toList();
    List<HeatMap.Line> lines = new ArrayList<>();
    for (int of = 0; of < names.size(); of++) {
      List<HeatMap.@Nullable Cell> cells = new ArrayList<>();
      for (int in = 0; in < names.size(); in++) {
        cells.add(of == in ? null : cell(now, names, of, in));
      }
      lines.add(
          new HeatMap.Line(
              names.get(of), "", formats.count(now.common().get(of).get(of)), "", false, cells));
    }
    HeatMap made =
        new HeatMap(
                Messages.text("studio.catalog.overlap.words"),
                names,
                Messages.text("studio.col.size"),
                "",
                lines)
            .nameWidth(190)
            .rowHeight(28);
    made.onOpen(
        spot ->
            make.accept(
                Messages.text(
                    "studio.catalog.overlap.both", names.get(spot.row()), names.get(spot.column())),
                Rule.all(
                    new Rule.Membership(now.segments().get(spot.row())),
                    new Rule.Membership(now.segments().get(spot.column())))));
    return made;
  }

  private HeatMap.Cell cell(MemberOverlap now, List<String> names, int of, int in) {
    double share = now.share(of, in);
    long both = now.common().get(of).get(in);
    return new HeatMap.Cell(
        both == 0 ? "\u2013" : formats.share(share),
        both == 0 ? "heat-none" : "heat-seq-" + (int) Math.clamp(Math.floor(share * 7), 0, 6),
        Messages.text(
            "studio.catalog.overlap.cell",
            formats.count(both),
            formats.count(now.common().get(of).get(of)),
            names.get(of),
            names.get(in)));
  }
}
