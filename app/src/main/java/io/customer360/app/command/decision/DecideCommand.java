package io.customer360.app.command.decision;

import io.customer360.app.console.Customers;
import io.customer360.app.console.Output;
import io.customer360.app.console.WorkbenchCommand;
import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.FactorNote;
import io.customer360.decision.arbitration.Factors;
import io.customer360.decision.arbitration.PolicyCheck;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.decision.arbitration.RenderedMessage;
import io.customer360.fault.WorkbenchException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench decide ID` and `workbench decide --persona NAME`.
@Command(
    name = "decide",
    description =
        "The ranked actions for a customer or a test persona and why the others were blocked."
            + " Stores nothing.",
    footer = {
      "",
      "Example:",
      "  workbench decide C-004711 --json",
      "  workbench decide --persona \"Quiet gold family\""
    })
public final class DecideCommand extends WorkbenchCommand {
  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "A customer id, or words to search for.")
  private @Nullable String who;

  @Option(
      names = "--persona",
      paramLabel = "NAME",
      description =
          "A test persona instead: decided at its own moment under the policies as they are, and"
              + " compared with what was decided when it was saved.")
  private @Nullable String persona;

  /// One ranked action; the factors multiply to the priority.
  record Action(
      String action,
      String name,
      String channel,
      BigDecimal priority,
      Map<String, BigDecimal> factors,
      List<FactorNote> notes,
      List<PolicyCheck> checks,
      RenderedMessage message,
      int approvals,
      double confidence,
      String why,
      String ttl,
      Instant expiresAt) {}

  record Blocked(
      String action, String name, String stage, String reason, String fact, String passWhen) {}

  @Override
  public Integer call() throws Exception {
    String customer = who;
    String frozen = persona;
    if (customer != null && frozen != null) {
      throw WorkbenchException.user(
          "C360-CLI-015", "Give a customer or --persona NAME, not both: " + customer);
    }
    if (frozen != null) {
      return withEngine(
          (engine, progress) -> {
            new PersonaTrialText(output()).print(engine.personas().decide(frozen));
            return 0;
          });
    }
    if (customer == null) {
      throw WorkbenchException.user(
          "C360-CLI-016", "Say for whom: workbench decide ID, or workbench decide --persona NAME");
    }
    return withEngine(
        (engine, progress) -> {
          Decision decision = engine.decisions().preview(Customers.id(engine, customer));
          Output out = output();
          if (out.json()) {
            out.document(document(decision));
          } else {
            show(out, decision);
          }
          return 0;
        });
  }

  static Map<String, Object> document(Decision decision) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("customer_id", decision.customerId());
    document.put("decided_at", decision.decidedAt());
    document.put("actions", decision.options().stream().map(o -> action(decision, o)).toList());
    document.put("blocked", decision.blocked().stream().map(DecideCommand::blocked).toList());
    document.put("funnel", decision.funnel());
    document.put("why", decision.why());
    document.put("evidence", decision.evidence());
    document.put("versions", decision.versions());
    document.put("output_hash", decision.outputHash());
    return document;
  }

  private static Action action(Decision decision, RankedOption option) {
    Factors factors = option.factors();
    Map<String, BigDecimal> named = new LinkedHashMap<>();
    named.put("propensity", factors.propensity());
    named.put("context", factors.context());
    named.put("value", factors.value());
    named.put("lever", factors.lever());
    named.put("risk", factors.risk());
    return new Action(
        option.actionId(),
        option.name(),
        option.channel(),
        option.priority(),
        named,
        option.notes(),
        option.checks(),
        option.message(),
        option.autonomy().automatic() ? 0 : option.autonomy().approvals(),
        decision.confidence().value(),
        decision.why(),
        Duration.between(decision.decidedAt(), decision.expiresAt()).toString(),
        decision.expiresAt());
  }

  private static Blocked blocked(BlockedOption option) {
    return new Blocked(
        option.actionId(),
        option.name(),
        option.stage().name().toLowerCase(java.util.Locale.ROOT),
        option.rule(),
        option.fact(),
        option.passWhen());
  }

  static void show(Output out, Decision decision) {
    out.line(
        "%s %s, %s at risk. %s",
        decision.customerId(), decision.customerName(), decision.valueAtRiskText(), decision.why());
    List<List<Object>> options = new ArrayList<>();
    for (RankedOption option : decision.options()) {
      Factors f = option.factors();
      options.add(
          List.of(
              option.name(),
              option.channel(),
              f.propensity(),
              f.context(),
              f.value(),
              f.lever(),
              f.risk(),
              option.priority()));
    }
    out.table(
        List.of("action", "channel", "propensity", "context", "value", "lever", "risk", "priority"),
        options);
    List<List<Object>> blocked = new ArrayList<>();
    for (BlockedOption option : decision.blocked()) {
      blocked.add(
          List.of(
              option.name(),
              option.stage().name().toLowerCase(java.util.Locale.ROOT),
              option.rule(),
              option.passWhen()));
    }
    out.line("");
    out.table(List.of("blocked", "stage", "rule", "would pass when"), blocked);
  }
}
