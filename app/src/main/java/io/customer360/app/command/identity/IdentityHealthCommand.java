package io.customer360.app.command.identity;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.identity.review.IdentityHealth;
import java.util.List;
import picocli.CommandLine.Command;

/// `workbench identity health`.
@Command(
    name = "health",
    description = "How well records are joined: links, what is left over, what was prevented.",
    footer = {"", "Example:", "  workbench identity health --json"})
final class IdentityHealthCommand extends WorkbenchCommand {
  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          IdentityHealth health = engine.reviews().health();
          Output out = output();
          if (out.json()) {
            out.document(health);
          } else {
            print(out, health);
          }
          return 0;
        });
  }

  private static void print(Output out, IdentityHealth health) {
    if (health.records() == 0) {
      out.line("No records yet. Import data, then run: workbench refresh");
      return;
    }
    out.line(
        "linked     %s of %s records belong to a customer with another; %s customers",
        percent(health.linkRate()), Text.whole(health.records()), Text.whole(health.customers()));
    IdentityHealth.Ties ties = health.ties();
    out.line(
        "pairs      %s share an identifier, %s are joined by weight, %s by a person, %s only through"
            + " other records (of %s pairs)",
        percent(ties.share(ties.deterministic())),
        percent(ties.share(ties.probabilistic())),
        percent(ties.share(ties.judged())),
        percent(ties.share(ties.transitive())),
        Text.whole(ties.pairs()));
    IdentityHealth.Expected expected = health.expected();
    if (expected == null) {
      out.line("expected   nothing was weighed");
    } else {
      out.line(
          "expected   precision %s, recall %s of weighed pairs at %s (%s pairs)",
          Text.decimal(expected.precision(), 4),
          Text.decimal(expected.recall(), 4),
          Text.decimal(expected.threshold(), 3),
          Text.whole(expected.pairs()));
    }
    out.line(
        "review     %s pairs wait, %s more are second choices, %s hold hardly more than a name",
        Text.whole(health.queue().waiting()),
        Text.whole(health.queue().rivals()),
        Text.whole(health.queue().untellable()));
    IdentityHealth.Prevented prevented = health.prevented();
    out.line(
        "prevented  %s mixed customers: %s identifiers told apart by name or birth date, %s refused,"
            + " %s probable pairs not followed, %s pairs judged to be two",
        Text.whole(prevented.total()),
        Text.whole(prevented.keptApart()),
        Text.whole(prevented.refused()),
        Text.whole(prevented.notFollowed()),
        Text.whole(prevented.judgedApart()));
    for (IdentityHealth.Alarm alarm : health.alarms()) {
      out.line(
          "alarm      %s %s values stand on too many: up to %s records and %s names; they join"
              + " nobody",
          Text.whole(alarm.values()),
          alarm.kind(),
          Text.whole(alarm.largestRecords()),
          Text.whole(alarm.largestNames()));
    }
    out.table(
        List.of("source", "records", "alone", "alone %"),
        health.sources().stream()
            .map(
                source ->
                    List.<Object>of(
                        source.source(),
                        source.records(),
                        source.alone(),
                        Text.decimal(100 * source.share(), 1)))
            .toList());
    out.table(
        List.of("records a customer", "customers"),
        health.sizes().stream().map(size -> List.<Object>of(size.label(), size.count())).toList());
  }

  private static String percent(double share) {
    return Text.decimal(100 * share, 1) + " %";
  }
}
