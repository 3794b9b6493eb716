package io.customer360.studio.segment;

import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.studio.field.RuleWords;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.sql.RuleSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why people come and go when a segment's definition has changed: the condition of the new tree
/// that throws somebody out although the old tree would keep him, the condition of the old tree
/// that kept somebody out and does so no more; and where the old tree answers like the new one,
/// what changed about the person.
///
/// Both trees are evaluated for everybody at the data's today, into the temp table `segment_why`:
/// `customer_id`, `went` and `came` with the reasons in words, `went_figure` and `came_figure` with
/// the number the condition compares. `came` is null where the old tree holds as well.
final class DefinitionChange {
  private final Connection connection;
  private final RuleSql sql;
  private final RuleWords words;
  private final Instant asOf;
  private final List<Rule> asked = new ArrayList<>();

  DefinitionChange(Connection connection, RuleSql sql, RuleWords words, Instant asOf) {
    this.connection = connection;
    this.sql = sql;
    this.words = words;
    this.asOf = asOf;
  }

  /// @param when a condition in SQL
  /// @param figure SQL of the number that is compared
  private record Reason(String when, String words, Optional<String> figure) {}

  void write(Rule before, Rule now) throws SQLException {
    List<Rule> then = ((Rule.Group) Normal.of(before)).rules();
    List<Rule> today = ((Rule.Group) Normal.of(now)).rules();
    ChangedParts parts = ChangedParts.of(then, today);
    List<Reason> went = new ArrayList<>();
    List<Reason> came = new ArrayList<>();
    // Who is not of the old tree either went for what changed about him.
    then.forEach(rule -> went.add(reason(fails(rule), phrase(rule), Optional.empty())));
    today.forEach(rule -> went(rule, parts.before(rule), went));
    then.forEach(rule -> came(rule, parts.now(rule), came));
    Rows.run(
        connection,
        "create or replace temp table segment_why as select c.customer_id,\n"
            + choice(went, false)
            + " as went,\n"
            + choice(went, true)
            + " as went_figure,\n"
            + choice(came, false)
            + " as came,\n"
            + choice(came, true)
            + " as came_figure\n"
            + sql.from(asked.toArray(Rule[]::new)));
  }

  /// Reasons of those whom `now` throws out.
  private void went(Rule now, Optional<Rule> before, List<Reason> reasons) {
    String out = fails(now);
    if (group(now, Combination.ANY)) {
      // He was in by one of the old alternatives, which is another one now, or none.
      ChangedParts parts = parts(before, now, Combination.ANY);
      for (Rule old :
          before.map(rule -> ChangedParts.of(rule, Combination.ANY)).orElse(List.of())) {
        Optional<Rule> other = parts.now(old);
        reasons.add(
            reason(
                out + " and " + holds(old),
                other
                    .map(rule -> changed(rule, old))
                    .orElseGet(() -> phrase(old) + ", which does not count any more"),
                figure(old)));
      }
    } else if (group(now, Combination.NONE)) {
      ChangedParts parts = parts(before, now, Combination.NONE);
      for (Rule one : ((Rule.Group) now).rules()) {
        reasons.add(
            reason(
                holds(one),
                parts
                    .before(one)
                    .map(old -> "Left out now: " + changed(one, old))
                    .orElseGet(() -> "Left out now: " + phrase(one)),
                figure(one)));
      }
    }
    reasons.add(
        reason(
            out,
            before
                .map(old -> changed(now, old))
                .orElseGet(() -> phrase(now) + ", asked for since the definition changed"),
            figure(now)));
  }

  /// Reasons of those whom `before` kept out.
  private void came(Rule before, Optional<Rule> now, List<Reason> reasons) {
    String out = fails(before);
    if (now.isPresent() && group(now.get(), Combination.ANY)) {
      ChangedParts parts = parts(Optional.of(before), now.get(), Combination.ANY);
      for (Rule one : ((Rule.Group) now.get()).rules()) {
        reasons.add(
            reason(
                out + " and " + holds(one),
                parts
                    .before(one)
                    .map(old -> changed(one, old))
                    .orElseGet(() -> phrase(one) + ", which counts now"),
                figure(one)));
      }
    }
    if (group(before, Combination.NONE)) {
      for (Rule one : ((Rule.Group) before).rules()) {
        reasons.add(reason(holds(one), "Not left out any more: " + phrase(one), figure(one)));
      }
    }
    reasons.add(
        reason(
            out,
            now.map(rule -> changed(rule, before))
                .orElseGet(() -> phrase(before) + ", not asked for any more"),
            figure(before)));
  }

  private static ChangedParts parts(Optional<Rule> before, Rule now, Combination combination) {
    return ChangedParts.of(
        before.map(rule -> ChangedParts.of(rule, combination)).orElse(List.of()),
        ChangedParts.of(now, combination));
  }

  private String changed(Rule now, Rule before) {
    if (now.equals(before)) {
      return phrase(now);
    }
    boolean same =
        now instanceof Rule.Attribute one
                && before instanceof Rule.Attribute other
                && one.field().equals(other.field())
            || now instanceof Rule.Behaviour events
                && before instanceof Rule.Behaviour others
                && events.occurrence().equals(others.occurrence())
                && events.measure().equals(others.measure());
    return phrase(now) + ", before: " + (same ? words.asks(before) : phrase(before));
  }

  /// A condition in words; a group with its conditions, as far as they can be taken in.
  private String phrase(Rule rule) {
    if (!(rule instanceof Rule.Group group) || group.rules().size() > 3) {
      return words.of(rule);
    }
    String parts =
        group.rules().stream()
            .map(this::phrase)
            .collect(Collectors.joining(group.combination() == Combination.ALL ? " and " : " or "));
    return group.combination() == Combination.NONE ? "Not: " + parts : parts;
  }

  private String holds(Rule rule) {
    asked.add(rule);
    return "(" + sql.condition(rule, asOf) + ")";
  }

  private String fails(Rule rule) {
    return holds(rule) + " is not true";
  }

  private Optional<String> figure(Rule rule) {
    return sql.figure(rule, asOf);
  }

  private static boolean group(Rule rule, Combination combination) {
    return rule instanceof Rule.Group group && group.combination() == combination;
  }

  private static Reason reason(String when, String words, Optional<String> figure) {
    return new Reason(when, words, figure);
  }

  /// The first reason that is true of somebody, or its figure.
  private static String choice(List<Reason> reasons, boolean figures) {
    StringBuilder choice = new StringBuilder("case");
    for (Reason reason : reasons) {
      choice
          .append("\n  when ")
          .append(reason.when())
          .append(" then ")
          .append(
              figures
                  ? reason.figure().map(sql -> "(" + sql + ")::double").orElse("null")
                  : Sql.literal(reason.words()));
    }
    String type = figures ? "null::double" : "null::varchar";
    return reasons.isEmpty() ? type : choice + "\n  else " + type + " end";
  }
}
