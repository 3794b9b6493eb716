package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.resolve.ResolutionDiff;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/// Before a resolution is committed every answer to consent is named that it would loosen, and a
/// person says whether that is meant: nobody is written to by accident because two records were
/// joined, or taken apart.
final class LooserConsents {
  @Option(
      names = "--yes",
      description = "Commit although answers to consent become looser, without being asked.")
  private boolean yes;

  /// Whether to go on; false when the person who was asked said no.
  ///
  /// @throws WorkbenchException `C360-IDN-038` where nobody can be asked
  boolean accepted(Output out, ResolutionDiff diff) {
    List<ResolutionDiff.ConsentChange> loosened = diff.loosened();
    if (loosened.isEmpty()) {
      return true;
    }
    if (!out.json()) {
      out.line("%s answers to consent become looser:", Text.whole(loosened.size()));
      IdentityDiffText.consents(out, loosened);
    }
    if (yes) {
      return true;
    }
    Console console = System.console();
    if (console == null || out.json() || !console.isTerminal()) {
      if (out.json()) {
        out.document(Map.of("committed", false, "diff", diff));
      }
      throw WorkbenchException.user(
          "C360-IDN-038",
          Text.whole(loosened.size())
              + " answers to consent would become looser, the first that of "
              + loosened.getFirst().customer()
              + ". Nothing was changed; look at them and commit with --yes.");
    }
    String answer = console.readLine("Commit all the same? [y/N] ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
