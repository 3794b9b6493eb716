package io.customer360.app.console;

import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.profile.ProfileHit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Finds the customer a person means.
public final class Customers {
  private Customers() {}

  /// The id for an id, a number or words; says on standard error when it had to choose.
  public static String id(Engine engine, String words) {
    List<ProfileHit> hits = engine.profiles().search(words, 5);
    String former = words.toUpperCase(Locale.ROOT);
    if (former.matches("C-\\d+")
        && hits.stream().noneMatch(hit -> hit.customerId().equals(former))) {
      List<String> now = engine.identities().nowCalled(former);
      if (!now.isEmpty()) {
        System.err.println(
            "workbench: " + former + " was joined into " + String.join(", ", now) + ".");
        return now.getFirst();
      }
    }
    if (hits.isEmpty()) {
      throw WorkbenchException.user(
          "C360-CLI-003", "No customer is called " + words + " or has that id.");
    }
    boolean numbered = words.matches("(?i)(C-)?\\d+");
    if (numbered) {
      String digits = words.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "");
      return hits.stream()
          .map(ProfileHit::customerId)
          .filter(id -> id.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "").equals(digits))
          .findFirst()
          .orElseThrow(
              () ->
                  WorkbenchException.user(
                      "C360-CLI-004", "There is no customer " + words + " in this workspace."));
    }
    if (hits.size() > 1) {
      System.err.println(
          "workbench: taking the first of "
              + hits.stream()
                  .map(hit -> hit.customerId() + " " + hit.name())
                  .collect(Collectors.joining(", ")));
    }
    return hits.getFirst().customerId();
  }
}
