package io.customer360.decision.agent;

import io.customer360.decision.action.ActionKind;
import io.customer360.decision.arbitration.Autonomy;
import io.customer360.decision.lake.SqlText;
import io.customer360.decision.policy.AutonomyRule;
import io.customer360.decision.policy.Policies;
import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Point;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The agents of this workbench, in the order in which the coordinator asks them.
public final class Agents {
  public static final String CHURN = "churn-prevention";
  public static final String LOYALTY = "loyalty-retention";
  public static final String SAFETY = "product-safety";

  private static final List<Kind> ALL =
      List.of(
          new Kind(
              SAFETY,
              "Product Safety",
              "Tell every buyer of a recalled batch, once, with two approvals",
              1,
              Set.of(ActionKind.REGULATORY)),
          new Kind(
              CHURN,
              "Churn Prevention",
              "Keep customers worth keeping whose risk of leaving is high",
              1,
              Set.of(ActionKind.SERVICE, ActionKind.MARKETING, ActionKind.LOYALTY)),
          new Kind(
              LOYALTY,
              "Loyalty Retention",
              "Bring members over the next tier and save points from expiring",
              2,
              Set.of(ActionKind.LOYALTY, ActionKind.SERVICE, ActionKind.MARKETING)));

  /// @param moments how often the audience query is given the moment
  private record Kind(String id, String name, String goal, int moments, Set<ActionKind> kinds) {}

  /// @param trigger why the customer is in the audience: `Churn risk 0.71`
  public record Member(String customerId, String trigger) {}

  private Agents() {}

  public static List<String> ids() {
    return ALL.stream().map(Kind::id).toList();
  }

  /// With the autonomy the policies give them.
  public static List<AgentDefinition> under(Policies policies) {
    return ALL.stream().map(kind -> definition(kind, policies)).toList();
  }

  private static AgentDefinition definition(Kind kind, Policies policies) {
    Map<ActionKind, Autonomy.Level> autonomy = new EnumMap<>(ActionKind.class);
    for (ActionKind action : kind.kinds()) {
      AutonomyRule.Level level =
          policies
              .oversight()
              .rule(kind.id(), action)
              .map(AutonomyRule::level)
              .orElse(AutonomyRule.Level.APPROVE);
      autonomy.put(action, Autonomy.Level.valueOf(level.name()));
    }
    return new AgentDefinition(
        kind.id(), kind.name(), kind.goal(), audienceSql(kind.id()), autonomy);
  }

  /// Shown in the trace as it is run.
  public static String audienceSql(String agent) {
    return SqlText.read(Agents.class, agent + ".sql");
  }

  public static String name(String agent) {
    return ALL.stream().filter(k -> k.id().equals(agent)).map(Kind::name).findFirst().orElse(agent);
  }

  /// Who the agent looks after now, the most valuable first.
  ///
  /// @param text of the lake that is read
  public static List<Member> audience(Connection c, SqlText text, String agent, Instant now)
      throws SQLException {
    return audience(c, text, agent, now, "");
  }

  /// The same for one customer: empty or one entry.
  public static List<Member> audience(
      Connection c, SqlText text, String agent, Instant now, String customer) throws SQLException {
    Kind kind =
        ALL.stream()
            .filter(k -> k.id().equals(agent))
            .findFirst()
            .orElseThrow(
                () ->
                    WorkbenchException.user(
                        "C360-DEC-050",
                        "There is no agent "
                            + agent
                            + ". Known: "
                            + String.join(", ", ids())
                            + "."));
    String sql = text.filled(c, audienceSql(agent));
    Object[] parameters = new Object[kind.moments() + (customer.isBlank() ? 0 : 1)];
    for (int i = 0; i < kind.moments(); i++) {
      parameters[i] = now;
    }
    if (!customer.isBlank()) {
      sql = "select * from (" + sql + ") where customer_id = ?";
      parameters[kind.moments()] = customer;
    }
    return Point.list(
        c,
        sql,
        row -> new Member(row.getString("customer_id"), row.getString("trigger")),
        parameters);
  }
}
