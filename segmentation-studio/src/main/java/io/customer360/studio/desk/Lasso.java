package io.customer360.studio.desk;

import io.customer360.studio.cluster.reading.ClusterRule;
import io.customer360.studio.cluster.reading.RuleTree;
import io.customer360.studio.matrix.Matrix;
import io.customer360.studio.rule.Rule;
import java.util.Arrays;

/// People inside a line drawn on the plane, and what defines them.
///
/// @param rows of the clustered people, ascending
/// @param rule over the same features; finds them as well as ranges can
/// @param precision share of those the rule finds who are inside, 0 to 1
/// @param recall share of those inside the rule finds, 0 to 1
/// @param measured people precision and recall were counted over: all, or a sample
public record Lasso(int[] rows, Rule rule, double precision, double recall, int measured) {

  /// @param x corners of the line in the plane's coordinates; it closes itself
  /// @return without rows, and with a rule for everybody, when nobody is inside
  public static Lasso around(Discovery.Found found, Plane plane, double[] x, double[] y) {
    boolean[] inside = new boolean[plane.size()];
    int[] rows = new int[plane.size()];
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      if (holds(x, y, plane.x()[i], plane.y()[i])) {
        inside[i] = true;
        rows[count++] = plane.rows()[i];
      }
    }
    rows = Arrays.copyOf(rows, count);
    if (count == 0) {
      return new Lasso(rows, Rule.EVERYONE, 0, 0, 0);
    }
    // Both lists of rows ascend, so one walk finds the people who are on the plane and in the
    // sample.
    int[] sample = found.sample();
    int[] both = new int[sample.length];
    int[] labels = new int[sample.length];
    int known = 0;
    int at = 0;
    for (int s = 0; s < sample.length; s++) {
      while (at < plane.size() && plane.rows()[at] < sample[s]) {
        at++;
      }
      if (at < plane.size() && plane.rows()[at] == sample[s]) {
        both[known] = s;
        labels[known++] = inside[at] ? 0 : 1;
      }
    }
    Matrix original = found.original().select(Arrays.copyOf(both, known));
    ClusterRule rule =
        new RuleTree(original, Arrays.copyOf(labels, known), found.report().seed()).of(0);
    return new Lasso(rows, Ranges.rule(rule), rule.precision(), rule.recall(), known);
  }

  /// Whether a point is inside, by the even-odd rule.
  static boolean holds(double[] x, double[] y, double px, double py) {
    boolean inside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
