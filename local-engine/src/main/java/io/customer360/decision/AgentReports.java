package io.customer360.decision;

import io.customer360.decision.agent.AgentDefinition;
import io.customer360.decision.agent.Agents;
import io.customer360.decision.lake.DecisionReader;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.governance.StopSwitch;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How each agent is: when it last ran, what waits for a person, what is left of its budget.
final class AgentReports {
  private final Lakehouse lake;
  private final ZoneId zone;
  private final Texts texts;
  private final StopSwitch stop;
  private final DecisionReader reader = new DecisionReader();

  /// @param zone where a budget's day begins
  AgentReports(Lakehouse lake, ZoneId zone, Texts texts, StopSwitch stop) {
    this.lake = lake;
    this.zone = zone;
    this.texts = texts;
    this.stop = stop;
  }

  List<AgentStatus> agents(Instant now) {
    Policies policies = texts.policies();
    return lake.read(
        c -> {
          Map<String, BigDecimal> spent = reader.spent(c, policies, now, zone);
          Map<String, Integer> open = new HashMap<>();
          Rows.list(
              c,
              """
              select agent, count(distinct group_id) from ops.proposal
              where state in ('PROPOSED', 'APPROVED') and expires_at > ? group by agent
              """,
              row -> open.put(row.getString(1), row.getInt(2)),
              now);
          List<AgentStatus> found = new ArrayList<>();
          for (AgentDefinition agent : Agents.under(policies)) {
            found.add(status(c, agent, policies, spent, open.getOrDefault(agent.id(), 0)));
          }
          return found;
        });
  }

  private record LastRun(Instant at, int customers) {}

  private AgentStatus status(
      Connection c,
      AgentDefinition agent,
      Policies policies,
      Map<String, BigDecimal> spent,
      int open)
      throws SQLException {
    BigDecimal limit = BigDecimal.ZERO;
    BigDecimal used = BigDecimal.ZERO;
    for (PolicyRule.BudgetRule budget : policies.budgets()) {
      if (budget.scope().agents().contains(agent.id())) {
        limit = limit.add(budget.limit());
        used = used.add(spent.getOrDefault(budget.id(), BigDecimal.ZERO));
      }
    }
    @Nullable LastRun last =
        Rows.list(
                c,
                """
                select r.started_at, (select count(*) from ops.decision d
                  where d.run_id = r.run_id and d.agent = ?) as customers
                from ops.agent_run r where list_contains(string_split(r.agents, ','), ?)
                order by r.started_at desc, r.run_id desc limit 1
                """,
                row ->
                    new LastRun(
                        Objects.requireNonNull(Rows.instant(row, "started_at")), row.getInt(2)),
                agent.id(),
                agent.id())
            .stream()
            .findFirst()
            .orElse(null);
    Map<String, String> autonomy = new TreeMap<>();
    agent
        .autonomy()
        .forEach((kind, level) -> autonomy.put(kind.key(), level.name().toLowerCase(Locale.ROOT)));
    boolean spentAll = limit.signum() > 0 && used.compareTo(limit) >= 0;
    String health =
        stop.stopped()
            ? "stopped"
            : last == null ? "never run" : spentAll ? "budget used up" : "ready";
    return new AgentStatus(
        agent.id(),
        agent.name(),
        agent.goal(),
        autonomy,
        health,
        last == null ? null : last.at(),
        last == null ? 0 : last.customers(),
        open,
        used,
        limit);
  }
}
