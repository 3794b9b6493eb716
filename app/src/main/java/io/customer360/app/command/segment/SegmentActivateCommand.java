package io.customer360.app.command.segment;

import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.connector.setup.DestinationFile;
import io.customer360.connector.setup.DestinationSettings;
import io.customer360.decision.DecisionDesk;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.studio.activate.ActivationOrder;
import io.customer360.studio.activate.ActivationReport;
import io.customer360.studio.activate.Activator;
import io.customer360.studio.activate.SensitiveFields;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench segment activate`.
@Command(
    name = "activate",
    description =
        "Queue a segment's people for a destination, consent checked for each person and channel;"
            + " 'sync' delivers.",
    footer = {
      "",
      "Example:",
      "  workbench segment activate loyal --channel email --dry-run",
      "  workbench segment activate loyal --channel email --target webhook --columns tier,city",
      "  workbench sync"
    })
final class SegmentActivateCommand extends WorkbenchCommand {
  @Mixin private SegmentId named = new SegmentId();

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "A destination of destinations.yaml (default webhook).")
  private String target = "webhook";

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      description = "email, sms, call, post or push.")
  private String channel = "";

  @Option(names = "--purpose", paramLabel = "P", description = "Of the consent (marketing).")
  private String purpose = "marketing";

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "Fields that go along.")
  private List<String> columns = new ArrayList<>();

  @Option(names = "--days", paramLabel = "N", description = "Not sent later than (default 7).")
  private int days = 7;

  @Option(names = "--dry-run", description = "Count who may be addressed, queue nothing.")
  private boolean dry;

  @Override
  public Integer call() throws Exception {
    ActivationOrder order = new ActivationOrder(target, channel, purpose, columns, days);
    return withEngine(
        (engine, progress) -> {
          checkTarget(engine);
          SegmentStudio studio = SegmentCommand.studio(engine);
          Activator activator =
              new Activator(
                  studio,
                  engine.lakehouse(),
                  engine.outbox(),
                  engine.audit(),
                  SensitiveFields.read(engine.workspace().segments()),
                  DecisionDesk.clock(engine.lakehouse(), engine.workspace()));
          SegmentDefinition segment = studio.definition(named.id());
          ActivationReport report =
              dry
                  ? activator.preview(segment, order, progress)
                  : activator.activate(segment, order, engine.person(), progress);
          Output out = output();
          if (out.json()) {
            out.document(report);
            return 0;
          }
          out.line(
              "%s members, %s may get %s by %s, %s queued for %s",
              Text.whole(report.members()),
              Text.whole(report.allowed()),
              report.purpose(),
              report.channel(),
              Text.whole(report.queued()),
              report.target());
          report
              .refused()
              .forEach((reason, count) -> out.line("  %s: %s", reason, Text.whole(count)));
          return 0;
        });
  }

  private void checkTarget(Engine engine) {
    List<String> known =
        new DestinationFile(engine.workspace().root())
            .read().stream().map(DestinationSettings::name).toList();
    if (!known.contains(target)) {
      throw WorkbenchException.user(
          "C360-CLI-046",
          "There is no destination "
              + target
              + " in destinations.yaml; there are "
              + String.join(", ", known)
              + ".");
    }
  }
}
