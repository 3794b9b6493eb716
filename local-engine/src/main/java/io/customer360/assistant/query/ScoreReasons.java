package io.customer360.assistant.query;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Chart;
import io.customer360.assistant.Figures;
import io.customer360.model.Apportionment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a score is made of: the average customer, the signed contributions, the score. Lines, table
/// and picture print the same figures, and these add up.
record ScoreReasons(double score, List<Reason> reasons) {
  static final String AVERAGE = "Average customer";

  /// What the model sums up under one name; never the reason that is said to matter most.
  private static final String OTHER = "other";

  /// @param value the main number of the reason, null where it has none
  /// @param printed the contribution rounded so that all of them add up
  record Reason(
      String feature, String label, @Nullable Object value, double contribution, double printed) {}

  static QueryText query(String customer, String model) {
    return new QueryText()
        .add("select feature, label, round(try_cast(value as double), 2) as value, contribution\n")
        .add("from gold.score_reason\nwhere customer_id = ")
        .bind(customer)
        .add(" and model = ")
        .bind(model)
        .add("\norder by position");
  }

  static ScoreReasons of(double score, Run.Result result) {
    double[] parts = new double[result.rows().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = result.number(i, 3);
    }
    double base = score - Arrays.stream(parts).sum();
    double whole = Apportionment.round(score, 2) - Apportionment.round(base, 2);
    double[] printed = Apportionment.round(parts, whole, 2);
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      reasons.add(
          new Reason(
              result.text(i, 0),
              result.text(i, 1),
              result.rows().get(i).get(2),
              parts[i],
              printed[i]));
    }
    return new ScoreReasons(score, List.copyOf(reasons));
  }

  /// The score of a customer who is average in everything.
  double base() {
    return score - reasons.stream().mapToDouble(Reason::contribution).sum();
  }

  Optional<Reason> strongest() {
    return reasons.stream()
        .filter(reason -> reason.contribution() > 0 && !reason.feature().equals(OTHER))
        .max(java.util.Comparator.comparingDouble(Reason::contribution));
  }

  List<String> lines(Figures figures) {
    return reasons.stream().map(r -> r.label() + ": " + signed(r.printed(), figures)).toList();
  }

  AnswerTable table(Tables tables, Figures figures) {
    AnswerTable.Column value = tables.column("value", "Value", Kind.NUMBER, false);
    List<AnswerTable.Column> columns =
        List.of(
            tables.column("label", "Reason", Kind.TEXT, false),
            value,
            tables.column("contribution", "Contribution", Kind.SCORE, true));
    List<AnswerTable.Row> rows =
        reasons.stream()
            .map(
                r ->
                    new AnswerTable.Row(
                        Arrays.asList(r.label(), r.value(), r.contribution()),
                        List.of(
                            r.label(),
                            r.value() instanceof Number number
                                ? plain(number.doubleValue(), figures)
                                : tables.text(value, r.value()),
                            signed(r.printed(), figures)),
                        null))
            .toList();
    return new AnswerTable(columns, rows, rows.size(), "");
  }

  /// @param what in words: `churn risk`
  Chart chart(String what, Figures figures) {
    String total = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    return new Chart.Waterfall(
        "From the average customer to this " + what,
        total
            + " "
            + figures.score(score)
            + ", from "
            + figures.score(base())
            + " of the average customer by "
            + reasons.size()
            + " contributions.",
        AVERAGE,
        base(),
        reasons.stream().map(r -> new Chart.Step(r.label(), r.contribution())).toList(),
        total,
        score);
  }

  /// Counts and days as such, the rest with the decimals a score has.
  private static String plain(double value, Figures figures) {
    return value == Math.rint(value) ? figures.count(value) : figures.number(value);
  }

  private static String signed(double value, Figures figures) {
    return (value < 0 ? "\u2212" : "+") + figures.score(Math.abs(value));
  }
}
