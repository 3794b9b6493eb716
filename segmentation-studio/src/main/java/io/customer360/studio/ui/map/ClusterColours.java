package io.customer360.studio.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of clusters as the style sheet has them, for what is drawn and not styled. The
/// swatches have to be children of a node in the scene.
final class ClusterColours {
  /// Clusters beyond the colours share the last.
  static final int COLOURS = 8;

  private static final int SEGMENT = COLOURS;
  private static final int NOISE = COLOURS + 1;
  private static final int MUTED = COLOURS + 2;

  private final List<Region> swatches = new ArrayList<>();

  /// @param changed is called when a theme brought other colours
  ClusterColours(Runnable changed) {
    for (int i = 0; i <= MUTED; i++) {
      Region swatch = new Region();
      swatch.getStyleClass().add("cluster-swatch-" + i);
      swatch.setManaged(false);
      swatch.setMouseTransparent(true);
      swatch.backgroundProperty().subscribe(changed::run);
      swatches.add(swatch);
    }
  }

  /// Style class of a cluster's dot.
  static String mark(int cluster) {
    return "cluster-" + (Math.min(cluster, COLOURS - 1) + 1);
  }

  List<Region> swatches() {
    return swatches;
  }

  /// @param cluster below 0: of no cluster
  Color of(int cluster) {
    return swatch(cluster < 0 ? NOISE : Math.min(cluster, COLOURS - 1));
  }

  /// The segment on screen, and strong lines.
  Color segment() {
    return swatch(SEGMENT);
  }

  /// Weak lines.
  Color noise() {
    return swatch(NOISE);
  }

  /// Text and lines of second rank.
  Color muted() {
    return swatch(MUTED);
  }

  private Color swatch(int index) {
    var background = swatches.get(index).getBackground();
    return background != null
            && !background.getFills().isEmpty()
            && background.getFills().getFirst().getFill() instanceof Color colour
        ? colour
        : Color.TRANSPARENT;
  }
}
