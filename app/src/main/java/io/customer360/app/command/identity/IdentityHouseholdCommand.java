package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.household.Household;
import io.customer360.identity.household.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `workbench identity household`.
@Command(
    name = "household",
    description = "Who a customer lives or pays with, and how two people hang together.",
    footer = {
      "",
      "Example:",
      "  workbench identity household C-000012",
      "  workbench identity household C-000012 C-004711"
    })
final class IdentityHouseholdCommand extends WorkbenchCommand {
  @Parameters(index = "0", paramLabel = "CUSTOMER", description = "The customer's id.")
  private String customer = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Somebody else: shows the path between them.")
  private @Nullable String other;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Optional<Household> found = engine.households().of(customer);
          if (found.isEmpty() && engine.profiles().profile(customer).isEmpty()) {
            throw WorkbenchException.user(
                "C360-IDN-020",
                "There is no customer " + customer + ". Search with: workbench profile \"a name\"");
          }
          List<Tie> path = other == null ? List.of() : engine.households().path(customer, other);
          List<String> words = engine.households().inWords(path);
          Output out = output();
          if (out.json()) {
            out.document(
                other == null
                    ? Map.of("household", found)
                    : Map.of("household", found, "path", path, "words", words));
            return 0;
          }
          print(out, found, words);
          return 0;
        });
  }

  private void print(Output out, Optional<Household> found, List<String> words) {
    if (found.isEmpty()) {
      out.line("%s is in no household.", customer);
      return;
    }
    Household household = found.get();
    out.line(
        "%s%s, %d people",
        household.id(),
        household.name() == null ? "" : " " + household.name(),
        household.members().size());
    List<List<Object>> rows = new ArrayList<>();
    for (Household.Member member : household.members()) {
      rows.add(
          List.of(
              member.customerId(),
              member.name() == null ? "" : member.name(),
              member.lifecycle() == null ? "" : member.lifecycle(),
              member.margin12m()));
    }
    out.table(List.of("customer", "name", "lifecycle", "margin 12 m"), rows);
    if (other != null) {
      words.forEach(word -> out.line("%s", word));
      if (words.isEmpty()) {
        out.line("Nothing ties %s to %s.", customer, other);
      }
    }
  }
}
