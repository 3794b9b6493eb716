package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair.Edge;
import io.customer360.ui.control.TextWidth;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws a [ClusterPlan] on a canvas. Up to a few dozen records have names; beyond that only what
/// is pointed at has one. Ties and dots of a large cluster come from a [ClusterRaster].
final class ClusterPainter {
  /// More records than this and nothing but the pointed one is named.
  static final int NAMED = 40;

  /// More records than this and ties and dots are drawn as pixels.
  static final int MANY = 400;

  private static final double NAME_SIZE = 11;

  /// Colours of the theme.
  record Paints(
      List<Color> groups, Color line, Color accent, Color text, Color muted, Color surface) {}

  /// What is on screen: plan coordinates times `scale` plus the offsets.
  ///
  /// @param picked the node pointed at or walked to, -1 for none
  /// @param masked names are covered, ids stand for them
  record View(
      double width, double height, double scale, double dx, double dy, int picked, boolean masked) {
    double x(double planX) {
      return planX * scale + dx;
    }

    double y(double planY) {
      return planY * scale + dy;
    }
  }

  private final ClusterPlan plan;
  private final String left;
  private final String right;
  private final Function<String, String> sourceWords;
  private final int[] members;
  private final ClusterRaster raster = new ClusterRaster();
  private final TextWidth bold = new TextWidth("Inter SemiBold", NAME_SIZE);
  private final TextWidth widths = new TextWidth("Inter", NAME_SIZE);

  ClusterPainter(
      ClusterPlan plan, String left, String right, Function<String, String> sourceWords) {
    this.plan = plan;
    this.left = left;
    this.right = right;
    this.sourceWords = sourceWords;
    members = new int[plan.groups().size()];
    for (int group : plan.group()) {
      members[group]++;
    }
  }

  static double radius(double scale) {
    return Math.clamp(scale * 0.13, 1.2, 7);
  }

  /// @param density pixels a unit of the view
  void draw(GraphicsContext g, View view, Paints paints, double density) {
    g.clearRect(0, 0, view.width(), view.height());
    drawGroups(g, view, paints);
    boolean many = plan.nodes().size() > MANY;
    if (many) {
      Image image = raster.draw(plan, view, paints, density, i -> plan.edges().get(i).inForce());
      g.drawImage(image, 0, 0, image.getWidth() / density, image.getHeight() / density);
    }
    drawEdges(g, view, paints, many);
    drawNodes(g, view, paints, many);
    if (plan.nodes().size() <= NAMED) {
      drawNames(g, view, paints);
    }
    drawWords(g, view, paints);
  }

  private void drawGroups(GraphicsContext g, View view, Paints paints) {
    g.setFont(Font.font("Inter SemiBold", 11));
    g.setTextBaseline(VPos.BOTTOM);
    g.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < plan.groups().size(); i++) {
      ClusterPlan.Group group = plan.groups().get(i);
      double width = group.width() * view.scale();
      double height = group.height() * view.scale();
      double x = view.x(group.x());
      double y = view.y(group.y());
      boolean alone = members[i] < 2;
      boolean seen = x < view.width() && y < view.height() && x + width > 0 && y + height > 0;
      if (seen && !alone) {
        g.setFill(colour(paints, i).deriveColor(0, 1, 1, 0.08));
        g.fillRoundRect(x, y, width, height, 16, 16);
      }
      if (seen && width > 60) {
        g.setFill(paints.text());
        boolean fits = plan.groups().size() != 2 || bold.of(group.name()) < half(view);
        String name = view.masked() || !fits ? group.customerId() : group.name();
        boolean last = plan.groups().size() == 2 && i == 1;
        if (alone) {
          g.setTextAlign(TextAlignment.CENTER);
          g.fillText(name, x + width / 2, y + height / 2 - 12);
        } else {
          g.setTextAlign(last ? TextAlignment.RIGHT : TextAlignment.LEFT);
          g.fillText(name, last ? x + width : x, y - 5);
        }
      }
    }
  }

  /// What each of two names has for itself above the picture.
  private double half(View view) {
    return plan.width() * view.scale() / 2 - 6;
  }

  private static Color colour(Paints paints, int group) {
    return paints.groups().get(group % paints.groups().size());
  }

  private void drawEdges(GraphicsContext g, View view, Paints paints, boolean many) {
    g.setStroke(paints.line());
    g.setLineWidth(1.2);
    g.setLineDashes();
    for (int i = 0; !many && i < plan.edges().size(); i++) {
      if (plan.edges().get(i).inForce()) {
        line(g, view, i);
      }
    }
    g.setLineDashes(3, 4);
    g.setLineWidth(1.2);
    for (int i = 0; i < plan.edges().size(); i++) {
      Edge edge = plan.edges().get(i);
      if (!edge.inForce() && !asked(edge)) {
        line(g, view, i);
      }
    }
    g.setStroke(paints.accent());
    g.setLineWidth(2);
    g.setLineDashes(5, 4);
    for (int i = 0; i < plan.edges().size(); i++) {
      if (asked(plan.edges().get(i))) {
        line(g, view, i);
      }
    }
    g.setLineDashes();
    if (view.picked() >= 0) {
      for (int i = 0; i < plan.edges().size(); i++) {
        if (plan.from()[i] == view.picked() || plan.to()[i] == view.picked()) {
          line(g, view, i);
        }
      }
    }
  }

  private void line(GraphicsContext g, View view, int edge) {
    double x1 = view.x(plan.x()[plan.from()[edge]]);
    double y1 = view.y(plan.y()[plan.from()[edge]]);
    double x2 = view.x(plan.x()[plan.to()[edge]]);
    double y2 = view.y(plan.y()[plan.to()[edge]]);
    boolean out =
        Math.max(x1, x2) < 0
            || Math.max(y1, y2) < 0
            || Math.min(x1, x2) > view.width()
            || Math.min(y1, y2) > view.height();
    if (!out) {
      g.strokeLine(x1, y1, x2, y2);
    }
  }

  /// The tie the person is asked about.
  private boolean asked(Edge edge) {
    return !edge.inForce()
        && ((edge.left().equals(left) && edge.right().equals(right))
            || (edge.left().equals(right) && edge.right().equals(left)));
  }

  private void drawNodes(GraphicsContext g, View view, Paints paints, boolean many) {
    double radius = radius(view.scale());
    int before = -1;
    for (int i = 0; !many && i < plan.nodes().size(); i++) {
      double x = view.x(plan.x()[i]);
      double y = view.y(plan.y()[i]);
      if (x < -radius || y < -radius || x > view.width() + radius || y > view.height() + radius) {
        continue;
      }
      if (plan.group()[i] != before) {
        before = plan.group()[i];
        g.setFill(colour(paints, before));
      }
      g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    for (int i = 0; i < plan.nodes().size(); i++) {
      String record = plan.nodes().get(i).record();
      if (record.equals(left) || record.equals(right) || i == view.picked()) {
        double ring = Math.max(6, radius + 1);
        double x = view.x(plan.x()[i]);
        double y = view.y(plan.y()[i]);
        g.setFill(paints.surface());
        g.fillOval(x - ring, y - ring, 2 * ring, 2 * ring);
        g.setStroke(paints.accent());
        g.setLineWidth(2.5);
        g.strokeOval(x - ring, y - ring, 2 * ring, 2 * ring);
        if (i == view.picked()) {
          g.setFill(colour(paints, plan.group()[i]));
          g.fillOval(x - 3, y - 3, 6, 6);
        }
      }
    }
  }

  /// Names the records where there is room, those under review first.
  private void drawNames(GraphicsContext g, View view, Paints paints) {
    g.setFont(Font.font("Inter", NAME_SIZE));
    g.setFill(paints.text());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    double radius = radius(view.scale());
    LabelPlaces places = occupied(view, radius);
    for (boolean asked : new boolean[] {true, false}) {
      for (int i = 0; i < plan.nodes().size(); i++) {
        String record = plan.nodes().get(i).record();
        if (i == view.picked() || asked != (record.equals(left) || record.equals(right))) {
          continue;
        }
        ClusterPlan.Group group = plan.groups().get(plan.group()[i]);
        boolean above =
            plan.y()[i] < group.y() + group.height() / 2 && members[plan.group()[i]] > 1;
        String words = sourceWords.apply(plan.nodes().get(i).source());
        places
            .place(
                view.x(plan.x()[i]),
                view.y(plan.y()[i]),
                (asked ? Math.max(6, radius + 1) : radius) + 4,
                widths.of(words) + 8,
                NAME_SIZE + 3,
                above)
            .ifPresent(box -> g.fillText(words, box.middle(), box.y() + box.height() / 2));
      }
    }
  }

  /// What names may not cover: dots, the names of the customers and the weight of the tie asked
  /// about.
  private LabelPlaces occupied(View view, double radius) {
    LabelPlaces places = new LabelPlaces(view.width(), view.height());
    for (int i = 0; i < plan.nodes().size(); i++) {
      places.takePoint(view.x(plan.x()[i]), view.y(plan.y()[i]), radius);
    }
    for (int i = 0; i < plan.groups().size(); i++) {
      ClusterPlan.Group group = plan.groups().get(i);
      double y =
          members[i] < 2 ? view.y(group.y() + group.height() / 2) - 26 : view.y(group.y()) - 18;
      places.take(new LabelPlaces.Box(view.x(group.x()), y, group.width() * view.scale(), 14));
    }
    for (int i = 0; i < plan.edges().size(); i++) {
      Edge edge = plan.edges().get(i);
      if (!edge.inForce()) {
        double width = tagWidth(edge.words());
        places.take(
            new LabelPlaces.Box(
                view.x((plan.x()[plan.from()[i]] + plan.x()[plan.to()[i]]) / 2) - width / 2 - 3,
                view.y((plan.y()[plan.from()[i]] + plan.y()[plan.to()[i]]) / 2) - 12,
                width + 6,
                24));
      }
      places.avoidLine(
          view.x(plan.x()[plan.from()[i]]),
          view.y(plan.y()[plan.from()[i]]),
          view.x(plan.x()[plan.to()[i]]),
          view.y(plan.y()[plan.to()[i]]));
    }
    for (ClusterPlan.Group group : plan.groups()) {
      double x = view.x(group.x());
      double y = view.y(group.y());
      double right = x + group.width() * view.scale();
      double bottom = y + group.height() * view.scale();
      places.avoidLine(x, y, right, y);
      places.avoidLine(x, bottom, right, bottom);
      places.avoidLine(x, y, x, bottom);
      places.avoidLine(right, y, right, bottom);
    }
    return places;
  }

  /// Words on ties under review, and on the ties of what is pointed at.
  private void drawWords(GraphicsContext g, View view, Paints paints) {
    for (int i = 0; i < plan.edges().size(); i++) {
      Edge edge = plan.edges().get(i);
      boolean picked = plan.from()[i] == view.picked() || plan.to()[i] == view.picked();
      boolean review = !edge.inForce() && plan.nodes().size() <= NAMED;
      if (picked || review || asked(edge)) {
        double x = view.x((plan.x()[plan.from()[i]] + plan.x()[plan.to()[i]]) / 2);
        double y = view.y((plan.y()[plan.from()[i]] + plan.y()[plan.to()[i]]) / 2);
        boolean strong = asked(edge);
        tag(g, paints, edge.words().replaceFirst("^-", "\u2212"), x, y, strong);
      }
    }
    if (view.picked() >= 0) {
      int i = view.picked();
      tag(
          g,
          paints,
          sourceWords.apply(plan.nodes().get(i).source())
              + "  "
              + (view.masked()
                  ? Words.key(plan.nodes().get(i).record())
                  : plan.nodes().get(i).name()),
          view.x(plan.x()[i]),
          view.y(plan.y()[i]) - radius(view.scale()) - 16,
          true);
    }
  }

  private static void tag(
      GraphicsContext g, Paints paints, String words, double x, double y, boolean strong) {
    double width = tagWidth(words);
    g.setFill(paints.surface());
    g.fillRoundRect(x - width / 2, y - 9, width, 18, 6, 6);
    g.setStroke(strong ? paints.accent() : paints.line());
    g.setLineWidth(1);
    g.strokeRoundRect(
        Math.round(x - width / 2) + 0.5, Math.round(y - 9) + 0.5, Math.round(width), 17, 6, 6);
    g.setFont(Font.font(strong ? "Inter SemiBold" : "Inter", 11));
    g.setFill(paints.text());
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(words, x, y);
  }

  private static double tagWidth(String words) {
    // The width of Inter at 11 px is 6.1 a character, near enough for a pill.
    return words.codePointCount(0, words.length()) * 6.1 + 12;
  }
}
