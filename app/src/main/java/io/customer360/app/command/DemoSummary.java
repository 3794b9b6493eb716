package io.customer360.app.command;

import io.customer360.app.console.Text;
import io.customer360.app.road.DemoReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A demo's report in a dozen lines.
public final class DemoSummary {
  private DemoSummary() {}

  public static List<String> lines(DemoReport report) {
    List<String> lines = new ArrayList<>();
    add(
        lines,
        "%s rows of seven sources, %s person records, %s customers",
        Text.whole(report.rows()),
        Text.whole(report.sourceRecords()),
        Text.whole(report.customers()));
    add(
        lines,
        "identity    precision %s, recall %s, F1 %s against the planted truth",
        Text.decimal(report.identity().precision(), 4),
        Text.decimal(report.identity().recall(), 4),
        Text.decimal(report.identity().f1(), 4));
    report
        .models()
        .forEach(
            (name, quality) ->
                add(
                    lines,
                    "%-11s AUC %s (baseline %s), Brier %s, on %s customers judged later",
                    name,
                    Text.decimal(quality.auc(), 3),
                    Text.decimal(quality.aucBaseline(), 3),
                    Text.decimal(quality.brier(), 3),
                    Text.whole(quality.judged())));
    add(
        lines,
        "decisions   %s made, %s went by themselves, %s waited for a person, %s had nothing to do",
        Text.whole(report.decisions().created()),
        Text.whole(report.decisions().auto()),
        Text.whole(report.decisions().pending()),
        Text.whole(report.decisions().blocked()));
    add(
        lines,
        "approved    %s; %s left to a second person",
        Text.whole(report.approved().approved()),
        Text.whole(report.approved().left()));
    add(
        lines,
        "delivered   %s, %s twice, %s bounced, %s attempts made again, %s failed",
        Text.whole(report.delivered().sent()),
        Text.whole(report.delivered().duplicates()),
        Text.whole(report.delivered().bounced()),
        Text.whole(report.delivered().retried()),
        Text.whole(report.delivered().failed()));
    add(
        lines,
        "audit       %s entries, %s",
        Text.whole(report.audit().entries()),
        report.audit().verified() ? "the chain verifies" : "THE CHAIN IS BROKEN");
    add(
        lines,
        "replay      %s of %s decisions identical",
        Text.whole(report.replay().identical()),
        Text.whole(report.replay().decisions()));
    StringBuilder times = new StringBuilder();
    report
        .seconds()
        .forEach(
            (step, took) -> times.append(step).append(' ').append(Text.seconds(took)).append("  "));
    add(lines, "time        %s", times.toString().strip());
    add(lines, "workspace   %s", report.workspace());
    return lines;
  }

  private static void add(List<String> lines, String format, Object... values) {
    lines.add(String.format(Locale.UK, format, values));
  }
}
