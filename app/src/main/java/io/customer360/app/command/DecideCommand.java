package io.customer360.app.command;

import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.Factors;
import io.customer360.decision.arbitration.RankedOption;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `workbench decide ID`.
@Command(
    name = "decide",
    description =
        "The ranked actions for a customer and why the others were blocked. Stores nothing.",
    footer = {"", "Example:", "  workbench decide C-004711 --json"})
final class DecideCommand extends WorkbenchCommand {
  @Parameters(paramLabel = "ID", description = "A customer id, or words to search for.")
  private String who = "";

  /// One ranked action; the factors multiply to the priority.
  record Action(
      String action,
      String name,
      String channel,
      BigDecimal priority,
      Map<String, BigDecimal> factors,
      double confidence,
      String why,
      String ttl,
      Instant expiresAt) {}

  record Blocked(
      String action, String name, String stage, String reason, String fact, String passWhen) {}

  @Override
  public Integer call() throws Exception {
    return withEngine(
        (engine, progress) -> {
          Decision decision = engine.decisions().preview(Customers.id(engine, who));
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

  private static void show(Output out, Decision decision) {
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
