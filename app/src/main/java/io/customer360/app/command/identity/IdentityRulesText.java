package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.identity.BlockedIdentifier;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.rules.Protections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rules of matching, for people and as a part of a document.
final class IdentityRulesText {
  private IdentityRulesText() {}

  /// @param held the blocked values that several records have
  static void print(Output out, IdentityRules rules, List<BlockedIdentifier> held) {
    Protections protections = rules.protections();
    out.line("joined unasked from %s", Text.decimal(rules.thresholds().mergeFrom(), 3));
    out.line("a person is asked from %s", Text.decimal(rules.thresholds().reviewFrom(), 3));
    out.line(
        "rules and weights make no customer of more than %s records",
        Text.whole(protections.mostRecords()));
    List<List<Object>> rows = new ArrayList<>();
    for (IdentifierKind kind : protections.priority()) {
      rows.add(
          List.of(
              kind.word(),
              rows.size() + 1,
              protections.limit(kind).map(String::valueOf).orElse("any number"),
              protections.mostPeople(kind),
              String.join(", ", protections.blocked().getOrDefault(kind, List.of()))));
    }
    out.table(
        List.of("identifier", "applied", "values a customer", "people a value", "blocked"), rows);
    for (BlockedIdentifier value : held) {
      out.line(
          "blocked: %s %s, of %s records and %s names",
          value.kind(),
          value.value(),
          Text.whole(value.records()),
          Text.whole(value.distinctNames()));
    }
  }

  static Map<String, Object> document(IdentityRules rules, List<BlockedIdentifier> held) {
    Protections protections = rules.protections();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("merge_from", rules.thresholds().mergeFrom());
    document.put("review_from", rules.thresholds().reviewFrom());
    document.put("most_records", protections.mostRecords());
    document.put("priority", protections.priority().stream().map(IdentifierKind::word).toList());
    document.put("limit", byWord(protections.mostValues()));
    document.put("shared", byWord(protections.mostPeople()));
    document.put("blocked", byWord(protections.blocked()));
    document.put("blocked_in_use", held);
    return document;
  }

  private static <T> Map<String, T> byWord(Map<IdentifierKind, T> map) {
    Map<String, T> byWord = new LinkedHashMap<>();
    map.forEach((kind, value) -> byWord.put(kind.word(), value));
    return byWord;
  }
}
