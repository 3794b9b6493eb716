package io.customer360.ui.identity;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Where a probability stands between keeping apart, asking a person, and merging unasked.
final class ThresholdBar extends Region {
  private static final double BAR = 8;
  private static final double TOP = 20;
  private static final double GAP = 6;

  private final double reviewFrom;
  private final double mergeFrom;
  private final double probability;
  private final Region track = new Region();
  private final Region review = new Region();
  private final Region marker = new Region();
  private final Label apart = Nodes.label(Messages.text("identity.zone.apart"), "caption", "muted");
  private final Label ask = Nodes.label(Messages.text("identity.zone.review"), "caption", "muted");
  private final Label merge = Nodes.label(Messages.text("identity.zone.merge"), "caption", "muted");
  private final Label from;
  private final Label to;
  private final Label at;

  ThresholdBar(double reviewFrom, double mergeFrom, double probability, Formats formats) {
    this.reviewFrom = reviewFrom;
    this.mergeFrom = mergeFrom;
    this.probability = probability;
    from = Nodes.label(formats.score(reviewFrom), "caption", "muted", "num");
    to = Nodes.label(formats.score(mergeFrom), "caption", "muted", "num");
    at = Nodes.label(formats.score(probability), "caption", "strong", "num");
    getStyleClass().add("threshold-bar");
    track.getStyleClass().add("threshold-track");
    review.getStyleClass().add("threshold-review");
    marker.getStyleClass().add("threshold-marker");
    getChildren().addAll(track, review, marker, apart, ask, merge, from, to, at);
    Nodes.named(
        this,
        AccessibleRole.TEXT,
        Messages.text(
            "identity.zone.words",
            formats.score(probability),
            formats.score(reviewFrom),
            formats.score(mergeFrom)));
  }

  @Override
  protected double computePrefHeight(double width) {
    return TOP + BAR + 20;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    track.resizeRelocate(0, TOP, width, BAR);
    double left = snapPositionX(width * reviewFrom);
    double right = snapPositionX(width * mergeFrom);
    review.resizeRelocate(left, TOP, Math.max(1, right - left), BAR);
    double x = snapPositionX(width * Math.clamp(probability, 0, 1));
    marker.resizeRelocate(Math.clamp(x - 1, 0, width - 3), TOP - 3, 3, BAR + 6);
    place(apart, 0, 0, 0);
    place(merge, width, 1, 0);
    place(ask, (left + right) / 2, 0.5, 0);
    ask.setVisible(right - left > 60);
    double below = TOP + BAR + 4;
    place(at, x, 0.5, below);
    at.setLayoutX(Math.clamp(at.getLayoutX(), 0, width - at.getWidth()));
    place(from, left, 0.5, below);
    from.setLayoutX(Math.max(0, from.getLayoutX()));
    place(to, right, 0.5, below);
    to.setLayoutX(Math.min(width - to.getWidth(), to.getLayoutX()));
    if (overlaps(from)) {
      beside(from, reviewFrom, width);
    }
    if (overlaps(to)) {
      beside(to, mergeFrom, width);
    }
  }

  private boolean overlaps(Label label) {
    return label.getLayoutX() < at.getLayoutX() + at.getWidth() + GAP
        && at.getLayoutX() < label.getLayoutX() + label.getWidth() + GAP;
  }

  /// A limit and the marker's figure so near each other stand side by side in their order, both
  /// within the bar.
  private void beside(Label limit, double value, double width) {
    boolean limitFirst = value <= probability;
    Label first = limitFirst ? limit : at;
    Label second = limitFirst ? at : limit;
    double middle = (limit.getLayoutX() + at.getLayoutX() + at.getWidth()) / 2;
    double both = first.getWidth() + GAP + second.getWidth();
    double left = Math.round(Math.clamp(middle - both / 2, 0, Math.max(0, width - both)));
    first.setLayoutX(left);
    second.setLayoutX(left + first.getWidth() + GAP);
  }

  private static void place(Label label, double x, double anchor, double y) {
    double width = label.prefWidth(-1);
    label.resizeRelocate(Math.round(x - anchor * width), y, width, 16);
  }
}
