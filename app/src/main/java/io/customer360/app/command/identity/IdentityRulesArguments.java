package io.customer360.app.command.identity;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.rules.Protections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is to be different in the rules of matching.
final class IdentityRulesArguments {
  @Option(
      names = "--merge-from",
      paramLabel = "P",
      description = "Probability from which records are joined unasked (default 0.95).")
  private @Nullable Double mergeFrom;

  @Option(
      names = "--review-from",
      paramLabel = "P",
      description = "Probability from which a person is asked (default 0.20).")
  private @Nullable Double reviewFrom;

  @Option(
      names = "--limit",
      paramLabel = "KIND=N",
      description =
          "Most different values of an identifier that one customer may have, email=5; any lifts"
              + " it. Kinds: loyalty, email, phone (default any).")
  private Map<String, String> limits = Map.of();

  @Option(
      names = "--shared",
      paramLabel = "KIND=N",
      description =
          "Most people, by their names, who may share one value; one of more joins nobody (default"
              + " 4).")
  private Map<String, String> shared = Map.of();

  @Option(
      names = "--block",
      paramLabel = "KIND=VALUE",
      description = "A value that joins nobody, phone=+441614960000.")
  private List<String> block = List.of();

  @Option(
      names = "--unblock",
      paramLabel = "KIND=VALUE",
      description = "A blocked value that may join again.")
  private List<String> unblock = List.of();

  @Option(
      names = "--most-records",
      paramLabel = "N",
      description = "Rules and weights make no customer of more records (default 200).")
  private @Nullable Integer mostRecords;

  @Option(
      names = "--priority",
      paramLabel = "KIND,...",
      split = ",",
      description =
          "Kinds in the order they are applied: the first wins where a limit lets one join through"
              + " (default loyalty,email,phone).")
  private List<String> priority = List.of();

  @Option(names = "--undo", description = "Go back to the rules before the last change.")
  private boolean undo;

  /// The rules with what was asked for; empty when nothing was.
  ///
  /// @param before the rules before the last change
  Optional<IdentityRules> changed(IdentityRules now, Optional<IdentityRules> before) {
    boolean named = named();
    if (undo) {
      if (named) {
        throw WorkbenchException.user(
            "C360-IDN-039", "--undo goes back to the rules before; leave out the other changes.");
      }
      return Optional.of(
          before.orElseThrow(
              () ->
                  WorkbenchException.user(
                      "C360-IDN-040", "The rules were never changed; there is nothing to undo.")));
    }
    return named ? Optional.of(now.with(thresholds(now)).with(protections(now))) : Optional.empty();
  }

  private boolean named() {
    return mergeFrom != null
        || reviewFrom != null
        || mostRecords != null
        || !limits.isEmpty()
        || !shared.isEmpty()
        || !block.isEmpty()
        || !unblock.isEmpty()
        || !priority.isEmpty();
  }

  private MatchThresholds thresholds(IdentityRules now) {
    return new MatchThresholds(
        mergeFrom == null ? now.thresholds().mergeFrom() : mergeFrom,
        reviewFrom == null ? now.thresholds().reviewFrom() : reviewFrom);
  }

  private Protections protections(IdentityRules now) {
    Protections next = now.protections();
    for (Map.Entry<String, String> limit : limits.entrySet()) {
      IdentifierKind kind = IdentifierKind.of(limit.getKey());
      next =
          next.withLimit(
              kind,
              limit.getValue().strip().equals("any")
                  ? Optional.empty()
                  : Optional.of(number("--limit", limit.getKey(), limit.getValue())));
    }
    for (Map.Entry<String, String> people : shared.entrySet()) {
      next =
          next.withShared(
              IdentifierKind.of(people.getKey()),
              number("--shared", people.getKey(), people.getValue()));
    }
    for (String given : block) {
      next = next.block(kind("--block", given), value(given));
    }
    for (String given : unblock) {
      next = next.unblock(kind("--unblock", given), value(given));
    }
    if (mostRecords != null) {
      next = next.withMostRecords(mostRecords);
    }
    return priority.isEmpty()
        ? next
        : next.withPriority(priority.stream().map(IdentifierKind::of).toList());
  }

  private static int number(String option, String kind, String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      throw WorkbenchException.user(
          "C360-IDN-041",
          option
              + " "
              + kind
              + "="
              + text
              + ": give a whole number, such as "
              + option
              + " "
              + kind
              + "=5.");
    }
  }

  private static IdentifierKind kind(String option, String given) {
    int at = given.indexOf('=');
    if (at < 1) {
      throw WorkbenchException.user(
          "C360-IDN-041",
          option
              + " "
              + given
              + ": give the kind and the value, such as "
              + option
              + " phone=+441614960000.");
    }
    return IdentifierKind.of(given.substring(0, at));
  }

  private static String value(String given) {
    return given.substring(given.indexOf('=') + 1).strip();
  }
}
