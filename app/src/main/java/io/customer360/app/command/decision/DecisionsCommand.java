package io.customer360.app.command.decision;

import io.customer360.app.console.InTurn;
import io.customer360.app.console.Output;
import io.customer360.app.console.Text;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.decision.AgentRunReport;
import io.customer360.decision.AgentRunRequest;
import io.customer360.decision.AgentStatus;
import io.customer360.decision.ApprovalEdit;
import io.customer360.decision.ApprovalResult;
import io.customer360.decision.DecisionDetail;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.QueueFilter;
import io.customer360.decision.RejectReason;
import io.customer360.decision.ReplayReport;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench decisions ...`.
@Command(
    name = "decisions",
    description = "What the agents propose, and what people decide about it.",
    subcommands = {
      DecisionsCommand.Run.class,
      DecisionsCommand.Queue.class,
      DecisionsCommand.Show.class,
      DecisionsCommand.Approve.class,
      DecisionsCommand.Reject.class,
      DecisionsCommand.Undo.class,
      DecisionsCommand.Replay.class,
      DecisionsCommand.Agents.class,
      DecisionsCommand.Stop.class,
      DecisionsCommand.Resume.class
    },
    footer = {
      "",
      "Example:",
      "  workbench decisions run && workbench decisions queue",
      "  workbench decisions approve D-20261120-0417",
      "  workbench decisions replay --json"
    })
public final class DecisionsCommand extends WorkbenchCommand {
  @Override
  public Integer call() {
    spec().commandLine().usage(System.out);
    return 2;
  }

  /// `decisions run`.
  @Command(
      name = "run",
      description = "Wake the agents: observe, reason, decide, act.",
      footer = {"", "Example:", "  workbench decisions run --agent churn-prevention --json"})
  static final class Run extends WorkbenchCommand {
    @Option(names = "--agent", paramLabel = "ID", description = "Only this agent; may be repeated.")
    private List<String> agents = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "At most N customers an agent.")
    private int limit;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            AgentRunReport report =
                engine.decisions().runAgents(new AgentRunRequest(agents, limit), progress);
            Output out = output();
            if (out.json()) {
              out.document(report);
            } else {
              out.line(
                  "%s customers: %s went by themselves, %s wait for a person, %s had no action that"
                      + " passes; %s",
                  Text.whole(report.customers()),
                  Text.whole(report.auto()),
                  Text.whole(report.pending()),
                  Text.whole(report.blocked()),
                  Text.seconds(report.seconds()));
            }
            return 0;
          });
    }
  }

  /// `decisions queue`.
  @Command(
      name = "queue",
      description = "Proposals that wait, by value at risk, regulatory class, novelty, expiry.",
      footer = {"", "Example:", "  workbench decisions queue --limit 20"})
  static final class Queue extends WorkbenchCommand {
    @Option(names = "--limit", paramLabel = "N", description = "How many to list (default 20).")
    private int limit = 20;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<ProposalSummary> queue =
                engine.decisions().queue(new QueueFilter("", false, 0, "", limit));
            Output out = output();
            if (out.json()) {
              out.document(Map.of("waiting", queue));
              return 0;
            }
            List<List<Object>> rows = new ArrayList<>();
            for (ProposalSummary row : queue) {
              rows.add(
                  List.of(
                      row.decisionId(),
                      row.title(),
                      row.subtitle(),
                      row.kind(),
                      row.valueAtRiskText(),
                      row.confidence(),
                      row.approvals() + " of " + row.approvalsNeeded()));
            }
            out.table(
                List.of("decision", "customer", "action", "class", "at risk", "sure", "approved"),
                rows);
            return 0;
          });
    }
  }

  /// `decisions show ID`.
  @Command(
      name = "show",
      description = "One decision whole: evidence, options, blocked, checks, message, trace.",
      footer = {"", "Example:", "  workbench decisions show D-20261120-0417 --json"})
  static final class Show extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The decision's id.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            output().document(detail(engine, id));
            return 0;
          });
    }
  }

  /// `decisions approve ID`.
  @Command(
      name = "approve",
      description = "Approve a proposal: approval, audit entry and outbox row in one transaction.",
      footer = {"", "Example:", "  workbench decisions approve D-20261120-0417 --option 2"})
  static final class Approve extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "Decisions to approve.")
    private List<String> ids = List.of();

    @Option(
        names = "--option",
        paramLabel = "N",
        description = "Another option by its rank, 1 is the first.")
    private int option;

    @Option(names = "--body", paramLabel = "TEXT", description = "Another message text.")
    private @Nullable String body;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            Person person = engine.person();
            ApprovalEdit edit = new ApprovalEdit(option, null, body);
            InTurn<String, ApprovalResult> turn =
                InTurn.over(
                    ids, ids, id -> Optional.of(engine.decisions().approve(id, person, edit)));
            Output out = output();
            if (!out.json()) {
              turn.results().forEach(r -> say(out, r));
            } else if (turn.worthTelling()) {
              out.document(turn.document("approved"));
            }
            turn.rethrow("approved");
            return 0;
          });
    }
  }

  private static void say(Output out, ApprovalResult r) {
    out.line(
        "%s %s: %d of %d approvals, %d queued",
        r.decisionId(), r.state(), r.approvals(), r.approvalsNeeded(), r.queued());
    if (!r.lapsed().isEmpty()) {
      out.line(
          "  It was changed, so the count starts anew: the approval of %s was for what it was"
              + " before and does not count any more.",
          String.join(", ", r.lapsed()));
    }
  }

  /// `decisions reject ID`.
  @Command(
      name = "reject",
      description = "Reject a proposal with a coded reason.",
      footer = {"", "Example:", "  workbench decisions reject D-20261120-0417 --reason too_costly"})
  static final class Reject extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The decision's id.")
    private String id = "";

    @Option(names = "--reason", required = true, description = "One of: ${COMPLETION-CANDIDATES}")
    private RejectReason reason = RejectReason.OTHER;

    @Option(names = "--note", paramLabel = "TEXT", description = "More words.")
    private String note = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            engine.decisions().reject(id, engine.person(), reason, note);
            return said(output(), id, "rejected");
          });
    }
  }

  /// `decisions undo ID`.
  @Command(
      name = "undo",
      description = "Take an approval or rejection back, until something was sent.",
      footer = {"", "Example:", "  workbench decisions undo D-20261120-0417"})
  static final class Undo extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", description = "The decision's id.")
    private String id = "";

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            if (!engine.decisions().undo(id, engine.person())) {
              throw WorkbenchException.user(
                  "C360-CLI-006", id + " cannot be taken back: something was sent already.");
            }
            return said(output(), id, "undone");
          });
    }
  }

  /// `decisions replay [ID]`.
  @Command(
      name = "replay",
      description = "Recompute stored decisions from their stored inputs and compare.",
      footer = {"", "Example:", "  workbench decisions replay --json"})
  static final class Replay extends WorkbenchCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "One decision; all without it.")
    private @Nullable String id;

    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            ReplayReport report = engine.decisions().replay(Optional.ofNullable(id), progress);
            Output out = output();
            if (out.json()) {
              out.document(report);
            } else {
              out.line(
                  "%s decisions, %s identical, %s",
                  Text.whole(report.decisions()),
                  Text.whole(report.identical()),
                  Text.seconds(report.seconds()));
              report
                  .different()
                  .forEach(
                      d ->
                          out.line(
                              "  %s differs at %s: %s, now %s",
                              d.decisionId(), d.field(), d.stored(), d.recomputed()));
            }
            return report.different().isEmpty() ? 0 : 1;
          });
    }
  }

  /// `decisions agents`.
  @Command(
      name = "agents",
      description = "The agents: goal, autonomy, budget, health.",
      footer = {"", "Example:", "  workbench decisions agents --json"})
  static final class Agents extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            List<AgentStatus> agents = engine.decisions().agents();
            Output out = output();
            if (out.json()) {
              out.document(Map.of("agents", agents, "stopped", engine.decisions().stopped()));
              return 0;
            }
            List<List<Object>> rows = new ArrayList<>();
            for (AgentStatus agent : agents) {
              rows.add(
                  List.of(
                      agent.name(),
                      agent.health(),
                      agent.open(),
                      agent.budgetSpent() + " of " + agent.budgetLimit(),
                      agent.goal()));
            }
            out.table(List.of("agent", "health", "waiting", "spent", "goal"), rows);
            return 0;
          });
    }
  }

  /// `decisions stop`.
  @Command(
      name = "stop",
      description = "Halt agents and outbox.",
      footer = {"", "Example:", "  workbench decisions stop"})
  static final class Stop extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            engine.decisions().stopAgents(engine.person());
            return said(output(), "agents and outbox", "stopped");
          });
    }
  }

  /// `decisions resume`.
  @Command(
      name = "resume",
      description = "Let agents and outbox go on.",
      footer = {"", "Example:", "  workbench decisions resume"})
  static final class Resume extends WorkbenchCommand {
    @Override
    public Integer call() throws Exception {
      return withEngine(
          (engine, progress) -> {
            engine.decisions().resumeAgents(engine.person());
            return said(output(), "agents and outbox", "resumed");
          });
    }
  }

  private static DecisionDetail detail(Engine engine, String id) {
    return engine
        .decisions()
        .detail(id)
        .orElseThrow(
            () ->
                WorkbenchException.user(
                    "C360-CLI-005", "There is no decision " + id + " in this workspace."));
  }

  private static int said(Output out, String subject, String what) {
    if (out.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("subject", subject);
      document.put("done", what);
      out.document(document);
    } else {
      out.line("%s: %s", subject, what);
    }
    return 0;
  }
}
