package io.customer360.app.command.decision;

import io.customer360.app.Places;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.app.road.WorkClock;
import io.customer360.connector.delivery.DeliveryReport;
import io.customer360.connector.sandbox.SandboxScript;
import io.customer360.connector.setup.DeliveryDesk;
import io.customer360.connector.setup.DestinationFile;
import io.customer360.connector.setup.DestinationSettings;
import io.customer360.connector.setup.SecretStore;
import io.customer360.connector.setup.Unconfigured;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.fault.WorkbenchException;
import io.customer360.outbox.ActionState;
import io.customer360.outbox.Intent;
import io.customer360.workspace.Workspace;
import java.io.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench sync`.
@Command(
    name = "sync",
    description = {
      "Deliver what was approved to the workspace's destinations, once.",
      "Destinations stand in destinations.yaml of the workspace."
    },
    subcommands = {
      SyncCommand.Status.class,
      SyncCommand.Secret.class,
      SyncCommand.Enable.class,
      SyncCommand.Reconcile.class
    },
    footer = {
      "",
      "Example:",
      "  workbench sync",
      "  workbench sync --wait 60 --trouble",
      "  workbench sync status --json"
    })
public final class SyncCommand extends WorkbenchCommand {
  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "Also deliver what falls due within so many seconds (default 5).")
  private int wait = 5;

  @Option(
      names = "--trouble",
      description = "Let the sandbox receiver answer 429 and 500, cut the line, and bounce.")
  private boolean trouble;

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          SandboxScript script = trouble ? SandboxScript.LIFELIKE : SandboxScript.KIND;
          Clock clock = WorkClock.of(engine.workspace().clock());
          try (DeliveryDesk desk =
              DeliveryDesk.open(
                  engine.workspace().root(), engine.outbox(), Places.secrets(), script, clock)) {
            DeliveryReport report = desk.deliver(Duration.ofSeconds(wait), progress);
            Output out = output();
            if (out.json()) {
              out.document(report);
            } else {
              out.line(
                  "%d sent, %d bounced, %d attempts to be made again, %d failed, %d unknown; %s",
                  report.sent(),
                  report.bounced(),
                  report.retried(),
                  report.failed(),
                  report.unknown(),
                  Text.seconds(report.seconds()));
              engine
                  .outbox()
                  .disabled()
                  .forEach((target, why) -> out.line("%s is disabled: %s", target, why));
              report.unserved().forEach((target, why) -> out.line("%s: %s", target, why));
              if (!report.halted().isBlank()) {
                out.line(report.halted());
              }
            }
            return report.complete() ? 0 : 1;
          }
        });
  }

  /// `sync status`.
  @Command(
      name = "status",
      description = "The outbox by state, destinations, what is unclear.",
      footer = {"", "Example:", "  workbench sync status --json"})
  static final class Status extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<DestinationSettings> destinations =
                new DestinationFile(engine.workspace().root()).read();
            Map<String, String> unconfigured =
                Unconfigured.waiting(
                    engine.outbox(), destinations.stream().map(DestinationSettings::name).toList());
            List<Intent> unclear = engine.outbox().list(EnumSet.of(ActionState.UNKNOWN), 100);
            Output out = output();
            if (out.json()) {
              Map<String, Object> document = new LinkedHashMap<>();
              document.put("states", engine.outbox().counts());
              document.put("destinations", destinations);
              document.put("disabled", engine.outbox().disabled());
              document.put("unconfigured", unconfigured);
              document.put("halted", engine.outbox().halted().orElse(""));
              document.put("unknown", unclear);
              out.document(document);
              return 0;
            }
            List<List<Object>> rows = new ArrayList<>();
            engine.outbox().counts().forEach((state, n) -> rows.add(List.of(state, n)));
            out.table(List.of("state", "actions"), rows);
            for (DestinationSettings d : destinations) {
              String closed = engine.outbox().disabled().get(d.name());
              out.line(
                  "%s: %s %s%s",
                  d.name(),
                  d.kind().name().toLowerCase(java.util.Locale.ROOT),
                  d.url() + d.folder(),
                  closed == null ? "" : ", disabled: " + closed);
            }
            unconfigured.forEach((target, why) -> out.line("%s: %s", target, why));
            engine.outbox().halted().ifPresent(out::line);
            unclear.forEach(
                i ->
                    out.line(
                        "unclear: %d %s to %s: %s",
                        i.id(), i.actionId(), i.target(), i.reply() == null ? "" : i.reply()));
            return 0;
          });
    }
  }

  /// `sync secret NAME`.
  @Command(
      name = "secret",
      description = "Enter a destination's signing secret; it is kept outside the workspace.",
      footer = {
        "",
        "Example:",
        "  workbench sync secret crm",
        "  echo whsec_... | workbench sync secret crm",
        "  workbench sync secret crm --add"
      })
  static final class Secret extends WorkbenchCommand {
    @Parameters(paramLabel = "NAME", description = "The destination's name.")
    private String name = "";

    @Option(
        names = "--add",
        description = "Keep the secret so far too: calls are signed with both (rotation).")
    private boolean add;

    @Override
    public Integer call() throws Exception {
      Path workspace = workspaceFolder();
      if (!Workspace.isWorkspace(workspace)) {
        throw WorkbenchException.user(
            "C360-CLI-047",
            workspace + " is not a workspace; secrets belong to one. Choose it with --workspace.");
      }
      String text = read();
      if (text == null || text.isBlank()) {
        throw WorkbenchException.user("C360-CLI-008", "No secret was given.");
      }
      SecretStore store = Places.secrets();
      store.keep(workspace, name, WebhookSecret.of(text.strip()), add);
      output()
          .line(
              store.find(workspace, name).size() > 1
                  ? "The secret of %s is kept in your own key store beside the one before."
                  : "The secret of %s is kept in your own key store.",
              name);
      return 0;
    }

    private @Nullable String read() throws java.io.IOException {
      Console console = System.console();
      if (console != null && console.isTerminal()) {
        char[] typed = console.readPassword("Secret of %s (whsec_...): ", name);
        return typed == null ? null : new String(typed);
      }
      return new java.io.BufferedReader(
              new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8))
          .readLine();
    }
  }

  /// `sync enable NAME`.
  @Command(
      name = "enable",
      description = {"Open a destination again that answered 410, or end the rest it asked for."},
      footer = {"", "Example:", "  workbench sync enable webhook"})
  static final class Enable extends WorkbenchCommand {
    @Parameters(paramLabel = "NAME", description = "The destination's name.")
    private String name = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            engine.outbox().enable(name, engine.workspace().clock().instant());
            output().line("%s is enabled.", name);
            return 0;
          });
    }
  }

  /// `sync reconcile ID`.
  @Command(
      name = "reconcile",
      description = "Settle an action whose call was cut off: it was sent, or it was not.",
      footer = {
        "",
        "Example:",
        "  workbench sync reconcile 17 --sent --evidence \"seen in the CRM\""
      })
  static final class Reconcile extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The outbox id of sync status.")
    private long id;

    @Option(names = "--sent", description = "It did arrive. Without this it is queued again.")
    private boolean sent;

    @Option(
        names = "--evidence",
        required = true,
        paramLabel = "TEXT",
        description = "How it is known.")
    private String evidence = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            engine
                .outbox()
                .reconcile(
                    id, sent, evidence, engine.person().id(), engine.workspace().clock().instant());
            output().line("%d is settled: %s.", id, sent ? "it was sent" : "queued again");
            return 0;
          });
    }
  }
}
