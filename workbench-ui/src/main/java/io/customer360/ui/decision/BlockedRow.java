package io.customer360.ui.decision;

import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A line of the blocked actions: one action, or several that fail for the very same reason.
///
/// @param names of the actions, at least one
/// @param reason what was found, else the rule
record BlockedRow(List<String> names, Stage stage, String reason, String passWhen) {
  /// As many with one reason say no more than the first of them does.
  private static final int MANY = 3;

  private record Reason(Stage stage, String words, String passWhen) {}

  /// One line an action, those that came furthest first: what nearly passed is worth reading.
  static List<BlockedRow> each(List<BlockedOption> blocked) {
    return blocked.stream()
        .sorted(Comparator.comparing(BlockedOption::stage).reversed())
        .map(BlockedRow::of)
        .toList();
  }

  /// As [#each], with the actions that share a reason on one line at the end.
  static List<BlockedRow> grouped(List<BlockedOption> blocked) {
    Map<Reason, List<BlockedRow>> groups = new LinkedHashMap<>();
    for (BlockedRow row : each(blocked)) {
      groups
          .computeIfAbsent(
              new Reason(row.stage(), row.reason(), row.passWhen()), reason -> new ArrayList<>())
          .add(row);
    }
    List<BlockedRow> single = new ArrayList<>();
    List<BlockedRow> many = new ArrayList<>();
    groups.forEach(
        (reason, rows) -> {
          if (rows.size() < MANY) {
            single.addAll(rows);
          } else {
            many.add(
                new BlockedRow(
                    rows.stream().flatMap(row -> row.names().stream()).toList(),
                    reason.stage(),
                    reason.words(),
                    reason.passWhen()));
          }
        });
    single.addAll(many);
    return single;
  }

  private static BlockedRow of(BlockedOption option) {
    String reason = option.fact().isBlank() ? option.rule() : option.fact();
    return new BlockedRow(List.of(option.name()), option.stage(), reason, option.passWhen());
  }
}
