package io.customer360.studio.matrix;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes a loaded matrix ready for distances, step by step, and says what each step did.
public final class Preparation {
  /// Above this a column's few large values carry most of its variance.
  private static final double SKEWED = 2;

  private Preparation() {}

  /// `sign(x) log(1 + |x|)`: a logarithm that knows 0 and negative values.
  public static double signedLog(double value) {
    return value < 0 ? -Math.log1p(-value) : Math.log1p(value);
  }

  /// The inverse of [#signedLog].
  public static double signedExp(double value) {
    return value < 0 ? -Math.expm1(-value) : Math.expm1(value);
  }

  /// @throws WorkbenchException when no row or no varying column is left, or an option names a
  ///     column that is not there; `C360-CLU-012` to `C360-CLU-015`
  public static Prepared prepare(
      LoadedMatrix loaded, PreparationOptions options, Progress progress) {
    Matrix read = loaded.matrix();
    List<PreparationStep> steps = new ArrayList<>();
    List<String> suggestions = new ArrayList<>();
    for (String name : options.logarithms()) {
      if (!read.names().contains(name)) {
        throw WorkbenchException.user(
            "C360-CLU-014", "--log names " + name + ", which is not among the columns clustered.");
      }
    }
    int @Nullable [] kept = keptRows(loaded, options.impute());
    Matrix whole = kept == null ? read : read.select(kept);
    List<LoadedMatrix.LeftOut> constant = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<double[]> originals = new ArrayList<>();
    List<Prepared.FeatureScale> scales = new ArrayList<>();
    int imputed = 0;
    int held = 0;
    for (int c = 0; c < whole.width(); c++) {
      progress.checkCancelled();
      double[] column = whole.columns()[c];
      ColumnFacts facts = loaded.facts().get(c);
      String name = whole.names().get(c);
      if (facts.gaps() == read.rows()) {
        constant.add(new LoadedMatrix.LeftOut(name, "has no numbers at all"));
        continue;
      }
      if (constant(column)) {
        constant.add(new LoadedMatrix.LeftOut(name, "always the same, tells no rows apart"));
        continue;
      }
      double[] known = known(column);
      double median = facts.gaps() == 0 ? Double.NaN : Quantiles.median(known);
      double low = Double.NEGATIVE_INFINITY;
      double high = Double.POSITIVE_INFINITY;
      if (options.winsorise() > 0) {
        low = Quantiles.of(known, options.winsorise());
        high = Quantiles.of(known, 1 - options.winsorise());
      }
      boolean logarithm = options.logarithms().contains(name);
      if (!logarithm && Math.abs(facts.skewness()) > SKEWED) {
        suggestions.add(
            String.format(
                Locale.UK, "%s is skewed (%.1f): try --log \"%s\"", name, facts.skewness(), name));
      }
      double[] original = column;
      if (known.length < column.length) {
        original = column.clone();
        for (int i = 0; i < original.length; i++) {
          if (Double.isNaN(original[i])) {
            original[i] = median;
            imputed++;
          }
        }
      }
      for (double value : original) {
        held += value < low || value > high ? 1 : 0;
      }
      names.add(name);
      originals.add(original);
      scales.add(new Prepared.FeatureScale(name, median, low, high, logarithm, 0, 1));
    }
    refuseNothing(loaded, whole.rows(), names, constant);
    Matrix original = new Matrix(names, originals.toArray(double[][]::new), whole.rows());
    double[][] columns = scaled(original, scales, options.scale());
    int dropped = read.rows() - whole.rows();
    describe(steps, options, dropped, imputed, held, scales);
    Components components = null;
    List<String> axes = names;
    if (options.components() > 0) {
      components = Components.of(columns, whole.rows()).strongest(options.components());
      columns = components.project(columns, whole.rows());
      axes = IntStream.rangeClosed(1, columns.length).mapToObj(i -> "component " + i).toList();
      steps.add(
          new PreparationStep(
              "components",
              true,
              String.format(
                  Locale.UK,
                  "%d of %d principal components, %.1f %% of the variance",
                  columns.length,
                  names.size(),
                  100 * Arrays.stream(components.explained()).sum())));
    } else {
      steps.add(new PreparationStep("components", false, "off (--pca N or a share)"));
    }
    return new Prepared(
        new Matrix(axes, columns, whole.rows()),
        original,
        kept == null ? new int[0] : kept,
        scales,
        components,
        steps,
        suggestions,
        constant);
  }

  /// Fills in shift and divisor of each scale and answers the prepared columns.
  private static double[][] scaled(
      Matrix original, List<Prepared.FeatureScale> scales, PreparationOptions.Scale scale) {
    int rows = original.rows();
    double[][] columns = new double[original.width()][];
    for (int c = 0; c < columns.length; c++) {
      Prepared.FeatureScale way = scales.get(c);
      double[] from = original.columns()[c];
      boolean held = way.low() > Double.NEGATIVE_INFINITY || way.logarithm();
      if (!held && scale == PreparationOptions.Scale.NONE) {
        columns[c] = from;
        continue;
      }
      double[] to = new double[rows];
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        to[i] = held ? way.apply(from[i]) : from[i];
        sum += to[i];
      }
      if (scale == PreparationOptions.Scale.STANDARD) {
        double mean = sum / rows;
        double squares = 0;
        for (int i = 0; i < rows; i++) {
          squares += (to[i] - mean) * (to[i] - mean);
        }
        double deviation = Math.sqrt(squares / rows);
        double divisor = deviation > 0 ? deviation : 1;
        for (int i = 0; i < rows; i++) {
          to[i] = (to[i] - mean) / divisor;
        }
        scales.set(
            c,
            new Prepared.FeatureScale(
                way.name(), way.fill(), way.low(), way.high(), way.logarithm(), mean, divisor));
      }
      columns[c] = to;
    }
    return columns;
  }

  private static void describe(
      List<PreparationStep> steps,
      PreparationOptions options,
      int dropped,
      int imputed,
      int held,
      List<Prepared.FeatureScale> scales) {
    if (dropped > 0) {
      steps.add(new PreparationStep("impute", true, dropped + " rows with gaps left out"));
    } else {
      steps.add(
          new PreparationStep(
              "impute",
              imputed > 0,
              imputed > 0 ? imputed + " gaps took their column's median" : "no gaps"));
    }
    steps.add(
        new PreparationStep(
            "winsorise",
            held > 0,
            options.winsorise() > 0
                ? held + " values pulled in at the ends"
                : "off (--winsorise 0.01)"));
    long logs = scales.stream().filter(Prepared.FeatureScale::logarithm).count();
    steps.add(
        new PreparationStep(
            "logarithm",
            logs > 0,
            logs > 0
                ? "sign(x) log(1 + |x|) of " + String.join(", ", options.logarithms())
                : "off (--log COLUMN,...)"));
    boolean standard = options.scale() == PreparationOptions.Scale.STANDARD;
    steps.add(
        new PreparationStep(
            "standardise",
            standard,
            standard ? "every column in standard deviations from its mean" : "off (--scale none)"));
  }

  private static int @Nullable [] keptRows(LoadedMatrix loaded, PreparationOptions.Impute impute) {
    if (impute != PreparationOptions.Impute.DROP
        || loaded.facts().stream().allMatch(fact -> fact.gaps() == 0)) {
      return null;
    }
    double[][] columns = loaded.matrix().columns();
    int[] kept =
        IntStream.range(0, loaded.matrix().rows())
            .filter(
                row -> {
                  for (int c = 0; c < columns.length; c++) {
                    // A column without any number is left out as a whole, not with every row.
                    if (Double.isNaN(columns[c][row])
                        && loaded.facts().get(c).gaps() < columns[c].length) {
                      return false;
                    }
                  }
                  return true;
                })
            .toArray();
    if (kept.length == 0) {
      throw WorkbenchException.data(
          "C360-CLU-012",
          "Every row of "
              + loaded.source()
              + " has a gap, so none is left; fill gaps with --impute median.");
    }
    return kept;
  }

  private static void refuseNothing(
      LoadedMatrix loaded, int rows, List<String> names, List<LoadedMatrix.LeftOut> constant) {
    if (rows == 1) {
      throw WorkbenchException.data(
          "C360-CLU-013", loaded.source() + " has one row; clusters need at least 2.");
    }
    if (!names.isEmpty()) {
      return;
    }
    List<String> said = constant.stream().map(LoadedMatrix.LeftOut::column).toList();
    throw WorkbenchException.data(
        "C360-CLU-015",
        "All rows of "
            + loaded.source()
            + " are the same in "
            + String.join(", ", said)
            + "; there is nothing to tell apart. Name other columns with --columns.");
  }

  private static boolean constant(double[] column) {
    double first = Double.NaN;
    for (double value : column) {
      if (!Double.isNaN(value)) {
        if (Double.isNaN(first)) {
          first = value;
        } else if (value != first) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[] known(double[] column) {
    return Arrays.stream(column).anyMatch(Double::isNaN)
        ? Arrays.stream(column).filter(value -> !Double.isNaN(value)).toArray()
        : column;
  }
}
