package io.customer360.assistant;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture of part of an answer; its numbers are all from executed queries.
public sealed interface Chart {
  String title();

  /// One sentence for those who do not see the picture.
  String description();

  /// A line over time, one or two series (the second is the period compared with).
  ///
  /// @param step days between points: 1, 7, or 30 for months
  record Line(
      String title,
      String description,
      String unit,
      int step,
      List<Series> series,
      @Nullable Annotation annotation)
      implements Chart {
    public Line {
      series = List.copyOf(series);
    }
  }

  record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// @param date where on the axis; a compared series is moved onto the dates of the first
  /// @param text the value ready to print
  record Point(LocalDate date, double value, String text) {}

  /// A dashed vertical line with a few words: `New carrier from 21 Sep`.
  record Annotation(LocalDate date, String words) {}

  /// Horizontal bars in the order given.
  ///
  /// @param footnote one muted line below; may be empty
  /// @param legend what the bars and the marks over them are; null where nothing is compared
  record Bars(
      String title,
      String description,
      String unit,
      List<Bar> bars,
      String footnote,
      @Nullable Legend legend)
      implements Chart {
    public Bars {
      bars = List.copyOf(bars);
    }

    public Bars(String title, String description, String unit, List<Bar> bars, String footnote) {
      this(title, description, unit, bars, footnote, null);
    }
  }

  /// @param value what a bar is: `last quarter`
  /// @param compared what the mark over it is: `the quarter before`
  record Legend(String value, String compared) {}

  /// From a start over signed contributions to a total. They add up: a waterfall that does not is
  /// refused.
  ///
  /// @param steps in order of weight
  record Waterfall(
      String title,
      String description,
      String startLabel,
      double start,
      List<Step> steps,
      String totalLabel,
      double total)
      implements Chart {
    private static final double SLACK = 1e-6;

    public Waterfall {
      steps = List.copyOf(steps);
      double reached = start + steps.stream().mapToDouble(Step::value).sum();
      if (!(Math.abs(reached - total) <= SLACK)) {
        throw new IllegalArgumentException(
            title + ": the contributions reach " + reached + ", not " + total);
      }
    }
  }

  /// @param value signed: plus raises the total, minus lowers it
  record Step(String label, double value) {}

  /// @param compared the value of the period or group compared with
  /// @param highlighted drawn in the first chart colour, the others in grey
  record Bar(
      String label, double value, String text, @Nullable Double compared, boolean highlighted) {}
}
