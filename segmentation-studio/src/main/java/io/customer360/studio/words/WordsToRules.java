package io.customer360.studio.words;

import io.customer360.assistant.UnknownSpan;
import io.customer360.assistant.center.LakePeople;
import io.customer360.assistant.center.LakeValues;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.planner.BuiltInPlanner;
import io.customer360.assistant.planner.Planned;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes a rule tree of a sentence such as "loyal customers in Scotland who have not bought for 90
/// days and open our e-mails". Words that carry meaning and are not understood are marked, and then
/// there is no tree. Safe from any thread.
public final class WordsToRules {
  private static final String ASKED = "Make a segment of ";

  private final BuiltInPlanner planner;
  private final LocalDate today;

  /// @param planner of the values the data have
  /// @param today the day words like "last month" are counted from
  public WordsToRules(BuiltInPlanner planner, LocalDate today) {
    this.planner = planner;
    this.today = today;
  }

  /// Over the values of a lake as they are now.
  public static WordsToRules of(Lakehouse lakehouse, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(lakehouse.asOf(), zone);
    return new WordsToRules(
        new BuiltInPlanner(
            SemanticLayer.bundled(),
            LakeValues.read(lakehouse),
            new LakePeople(lakehouse),
            () -> today,
            today.toString()),
        today);
  }

  public Spoken read(String text) {
    Regions.Found region = Regions.find(text);
    String rest = region == null ? text : region.rest();
    List<Rule> rules = new ArrayList<>();
    List<String> phrases = new ArrayList<>();
    boolean onlyRegion =
        region != null
            && rest.strip().toLowerCase(Locale.ROOT).matches("(all )?(customers|people)");
    if (!onlyRegion) {
      Planned planned = planner.plan(ASKED + rest, Map.of());
      if (!(planned.plan() instanceof Plan.Segment segment)) {
        return refused(text, rest, planned);
      }
      boolean fixed =
          rest.toLowerCase(Locale.ROOT)
              .matches("(?s).*\\b(since|this|today|yesterday|to date|until|from)\\b.*");
      ConditionRules made = new ConditionRules(today, fixed);
      for (Condition condition : segment.audience().conditions()) {
        try {
          rules.add(made.rule(condition));
          phrases.add(condition.phrase());
        } catch (NotARule no) {
          return new Spoken(
              text,
              null,
              List.of(),
              List.of(),
              "'" + condition.phrase() + "' is understood but is no rule yet: " + no.why() + ".");
        }
      }
    }
    if (region != null) {
      rules.add(region.rule());
      phrases.add(region.phrase());
    }
    return new Spoken(text, new Rule.Group(Combination.ALL, rules), phrases, List.of(), "");
  }

  /// The spans are those of the sentence without the region, which may have stood before them.
  private static Spoken refused(String text, String rest, Planned planned) {
    List<UnknownSpan> unknown = new ArrayList<>();
    int from = 0;
    for (UnknownSpan span : planned.understanding().unknown()) {
      int start = Math.clamp(span.start() - ASKED.length(), 0, rest.length());
      int end = Math.clamp(span.end() - ASKED.length(), start, rest.length());
      String words = rest.substring(start, end);
      int at = text.indexOf(words, from);
      if (!words.isBlank() && at >= 0) {
        from = at + words.length();
        unknown.add(new UnknownSpan(at, from, words));
      }
    }
    String problem =
        planned.problem().isEmpty()
            ? "This asks for something other than a group of customers."
            : planned.problem();
    return new Spoken(text, null, List.of(), unknown, problem);
  }
}
