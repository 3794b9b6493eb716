package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.identity.resolve.ResolutionRun;
import java.util.ArrayList;
import java.util.List;

/// A preview of a resolution for people.
public final class IdentityDiffText {
  private static final int SHOWN = 10;

  private IdentityDiffText() {}

  static void print(Output out, ResolutionDiff diff) {
    out.line(
        "%s records, %s customers now, %s after: %s joined, %s split, %s unchanged",
        Text.whole(diff.records()),
        Text.whole(diff.customersBefore()),
        Text.whole(diff.customersAfter()),
        Text.whole(diff.joinedTotal()),
        Text.whole(diff.splitTotal()),
        Text.whole(diff.unchanged()));
    if (diff.freshTotal() + diff.grownTotal() > 0) {
      out.line(
          "%s customers are new, %s have more records",
          Text.whole(diff.freshTotal()), Text.whole(diff.grownTotal()));
    }
    table(out, "grown", diff.grown());
    table(out, "joined", diff.joined());
    table(out, "split", diff.split());
    if (diff.consentTotal() > 0) {
      out.line(
          "%s answers to consent change, %s of them become looser",
          Text.whole(diff.consentTotal()), Text.whole(diff.loosened().size()));
      consents(out, first(diff.consents()));
    }
  }

  /// All of these changes of consent, a row each.
  static void consents(Output out, List<ResolutionDiff.ConsentChange> changes) {
    List<List<Object>> rows = new ArrayList<>();
    for (ResolutionDiff.ConsentChange change : changes) {
      rows.add(
          List.of(
              change.customer(),
              change.successor(),
              change.purpose(),
              change.channel(),
              change.before() == null ? "not asked" : change.before(),
              change.after() == null ? "not asked" : change.after()));
    }
    out.table(List.of("customer", "becomes", "purpose", "channel", "before", "after"), rows);
  }

  /// What a run did, in a line or two.
  public static void print(Output out, ResolutionRun run) {
    if (run.kind() != ResolutionRun.Kind.REACHED) {
      out.line(
          "resolved %s records by %s in %s",
          Text.whole(run.records()),
          run.kind() == ResolutionRun.Kind.LEARNED ? "a model learned anew" : "the model in force",
          Text.seconds(run.seconds()));
      return;
    }
    out.line(
        "%s new, %s changed and %s gone records reached %s of %s: resolved in %s%s",
        Text.whole(run.fresh()),
        Text.whole(run.changed()),
        Text.whole(run.gone()),
        Text.whole(run.reached()),
        Text.whole(run.records()),
        Text.seconds(run.seconds()),
        run.fullSeconds() > 0 ? " (everybody took " + Text.seconds(run.fullSeconds()) + ")" : "");
    out.line(
        "%s customers new, %s grown, %s joined, %s split",
        Text.whole(run.created()),
        Text.whole(run.grown()),
        Text.whole(run.joined()),
        Text.whole(run.split()));
  }

  private static void table(Output out, String what, List<ResolutionDiff.Regrouped> groups) {
    if (groups.isEmpty()) {
      return;
    }
    List<List<Object>> rows = new ArrayList<>();
    for (ResolutionDiff.Regrouped group : first(groups)) {
      rows.add(
          List.of(
              String.join(" ", group.before()), String.join(" ", group.after()), group.records()));
    }
    out.table(List.of(what, "becomes", "records"), rows);
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }
}
