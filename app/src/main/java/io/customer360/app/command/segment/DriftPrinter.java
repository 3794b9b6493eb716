package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.studio.drift.Drift;
import io.customer360.studio.drift.SavedClustering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of a clustering, on the terminal.
final class DriftPrinter {
  private DriftPrinter() {}

  static Map<String, Object> document(Drift drift, @Nullable SavedClustering kept) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", drift.then().name());
    document.put("run", drift.then().run());
    document.put("as_of_then", drift.then().asOf());
    document.put("people_then", drift.then().figures().n());
    document.put("people_now", drift.now().n());
    document.put("shared", drift.shared());
    document.put("fresh", drift.fresh());
    document.put("gone", drift.gone());
    document.put("stayed", drift.stayed());
    document.put("moved", drift.moved().size());
    document.put("adjusted_rand", drift.agreement());
    document.put("changes", drift.changes());
    document.put("merges", drift.merges());
    document.put("splits", drift.splits());
    document.put("now", drift.now());
    if (kept != null) {
      document.put("kept_as_run", kept.run());
    }
    return document;
  }

  static void text(Output out, Drift drift) {
    SavedClustering then = drift.then();
    out.line(
        "%s, run %d of %s, beside today: %s people then, %s now",
        then.name(),
        then.run(),
        then.asOf(),
        Text.whole(then.figures().n()),
        Text.whole(drift.now().n()));
    out.line(
        "%s %% of the %s people in both stayed in their cluster, %s changed; %s are new, %s gone;"
            + " adjusted Rand %s",
        Text.decimal(100 * drift.stayedShare(), 1),
        Text.whole(drift.shared()),
        Text.whole(drift.moved().size()),
        Text.whole(drift.fresh()),
        Text.whole(drift.gone()),
        Text.decimal(drift.agreement(), 3));
    out.line("");
    List<List<Object>> rows = new ArrayList<>();
    for (Drift.Change one : drift.changes()) {
      rows.add(
          List.of(
              one.then() < 0 ? "-" : one.then(),
              one.now() < 0 ? "-" : one.now(),
              one.title(),
              one.sizeThen(),
              one.sizeNow(),
              one.stayed(),
              one.left(),
              one.entered(),
              one.fresh(),
              one.gone(),
              Double.isNaN(one.shift()) ? "-" : Text.decimal(one.shift(), 2),
              Double.isNaN(one.mostShift()) || Math.abs(one.mostShift()) < 0.005
                  ? ""
                  : one.most()
                      + (one.mostShift() < 0 ? " " : " +")
                      + Text.decimal(one.mostShift(), 2)));
    }
    out.table(
        List.of(
            "then",
            "now",
            "cluster",
            "size then",
            "size now",
            "stayed",
            "left",
            "entered",
            "new",
            "gone",
            "shift (sd)",
            "most of it"),
        rows);
    for (Drift.Merge merge : drift.merges()) {
      out.line(
          "merged      %s of then are mostly in %s of now", numbers(merge.then()), merge.now());
    }
    for (Drift.Split split : drift.splits()) {
      out.line("split       %s of then is in %s of now", split.then(), numbers(split.now()));
    }
    if (drift.merges().isEmpty() && drift.splits().isEmpty()) {
      out.line("No cluster merged or split.");
    }
  }

  private static String numbers(List<Integer> clusters) {
    return clusters.stream().map(String::valueOf).collect(Collectors.joining(" and "));
  }
}
