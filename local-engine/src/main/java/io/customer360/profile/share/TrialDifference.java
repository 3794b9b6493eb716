package io.customer360.profile.share;

import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.RankedOption;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One thing that is decided otherwise.
///
/// @param action its name
/// @param words one plain sentence, with what it was before
public record TrialDifference(Kind kind, String actionId, String action, String words) {
  /// What differs, what matters most first.
  public enum Kind {
    /// Another action comes first, or none.
    FIRST,
    /// Passed every check and is stopped now.
    STOPPED,
    /// Was stopped and passes now.
    PASSES,
    /// In the catalogue since.
    ADDED,
    /// Not in the catalogue any more.
    REMOVED,
    /// More or fewer people must approve.
    APPROVAL,
    MESSAGE,
    PRIORITY,
    /// Stopped then and now, and by another rule.
    RULE
  }

  static List<TrialDifference> between(Decision before, Decision now) {
    List<TrialDifference> found = new ArrayList<>();
    String first = before.best().map(RankedOption::actionId).orElse("");
    if (!now.best().map(RankedOption::actionId).orElse("").equals(first)) {
      found.add(
          new TrialDifference(
              Kind.FIRST,
              now.best().map(RankedOption::actionId).orElse(""),
              now.best().map(RankedOption::name).orElse("nothing"),
              "First comes " + best(now) + " instead of " + best(before) + "."));
    }
    Map<String, RankedOption> passed = byId(before.options(), RankedOption::actionId);
    Map<String, RankedOption> passes = byId(now.options(), RankedOption::actionId);
    Map<String, BlockedOption> stopped = byId(before.blocked(), BlockedOption::actionId);
    Map<String, BlockedOption> stops = byId(now.blocked(), BlockedOption::actionId);
    passes.forEach((id, option) -> passes(option, passed.get(id), stopped.get(id), found));
    stops.forEach((id, option) -> stops(option, passed.get(id), stopped.get(id), found));
    Map<String, String> gone = new TreeMap<>();
    passed.forEach((id, option) -> gone.put(id, option.name()));
    stopped.forEach((id, option) -> gone.put(id, option.name()));
    gone.keySet().removeAll(passes.keySet());
    gone.keySet().removeAll(stops.keySet());
    gone.forEach(
        (id, name) ->
            found.add(
                new TrialDifference(
                    Kind.REMOVED, id, name, name + " is not in the catalogue any more.")));
    found.sort(
        Comparator.comparing(TrialDifference::kind).thenComparing(TrialDifference::actionId));
    return found;
  }

  private static void passes(
      RankedOption option,
      @Nullable RankedOption passed,
      @Nullable BlockedOption stopped,
      List<TrialDifference> found) {
    if (stopped != null) {
      found.add(of(Kind.PASSES, option, "passes; it was stopped by: " + reason(stopped)));
    } else if (passed == null) {
      found.add(of(Kind.ADDED, option, "is new and passes with priority " + priority(option)));
    } else {
      if (passed.priority().compareTo(option.priority()) != 0) {
        found.add(
            of(
                Kind.PRIORITY,
                option,
                "has priority " + priority(option) + ", it was " + priority(passed)));
      }
      if (!passed.message().equals(option.message())) {
        found.add(of(Kind.MESSAGE, option, "has another message"));
      }
      if (!approvals(passed).equals(approvals(option))) {
        found.add(
            of(Kind.APPROVAL, option, approvals(option) + ", and before: " + approvals(passed)));
      }
    }
  }

  private static void stops(
      BlockedOption option,
      @Nullable RankedOption passed,
      @Nullable BlockedOption stopped,
      List<TrialDifference> found) {
    String words;
    Kind kind;
    if (passed != null) {
      kind = Kind.STOPPED;
      words = "is stopped by: " + reason(option) + "; it passed";
    } else if (stopped == null) {
      kind = Kind.ADDED;
      words = "is new and stopped by: " + reason(option);
    } else if (stopped.rule().equals(option.rule()) && stopped.stage() == option.stage()) {
      return;
    } else {
      kind = Kind.RULE;
      words = "is stopped by: " + reason(option) + "; before by: " + reason(stopped);
    }
    found.add(
        new TrialDifference(
            kind, option.actionId(), option.name(), option.name() + " " + words + "."));
  }

  private static TrialDifference of(Kind kind, RankedOption option, String words) {
    return new TrialDifference(
        kind, option.actionId(), option.name(), option.name() + " " + words + ".");
  }

  private static String best(Decision decision) {
    Optional<RankedOption> best = decision.best();
    return best.map(option -> option.name() + " (" + option.channel() + ")").orElse("nothing");
  }

  private static String priority(RankedOption option) {
    return option.priority().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String approvals(RankedOption option) {
    if (option.autonomy().automatic()) {
      return "goes by itself";
    }
    int needed = option.autonomy().approvals();
    return needed == 1 ? "needs one approval" : "needs " + needed + " approvals";
  }

  private static String reason(BlockedOption option) {
    return option.rule() + (option.fact().isBlank() ? "" : " (" + option.fact() + ")");
  }

  private static <T> Map<String, T> byId(List<T> options, Function<T, String> id) {
    return options.stream().collect(Collectors.toMap(id, option -> option));
  }
}
