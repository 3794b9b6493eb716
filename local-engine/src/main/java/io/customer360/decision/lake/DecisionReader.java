package io.customer360.decision.lake;

import io.customer360.decision.arbitration.Feedback;
import io.customer360.decision.policy.Consent;
import io.customer360.decision.policy.PastContact;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.decision.policy.Scope;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.rule.Vocabulary;
import io.customer360.lakehouse.Rows;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Reads for many customers at once.
public final class DecisionReader {
  private final String factsSql = SqlText.read(DecisionReader.class, "facts.sql");
  private final String consentsSql = SqlText.read(DecisionReader.class, "consents.sql");
  private final String contactsSql = SqlText.read(DecisionReader.class, "contacts.sql");
  private final String feedbackSql = SqlText.read(DecisionReader.class, "feedback.sql");
  private final String spentSql = SqlText.read(DecisionReader.class, "spent.sql");

  private final SqlText text = new SqlText();

  /// The texts of this reader's lake.
  public SqlText text() {
    return text;
  }

  /// Everything about these customers, in one look.
  public Observation observe(Connection c, Collection<String> customers, Instant now)
      throws SQLException {
    return new Observation(
        facts(c, customers, now),
        consents(c, customers),
        contacts(c, customers, now, List.of()),
        feedback(c),
        models(c));
  }

  public Map<String, Facts> facts(Connection c, Collection<String> customers, Instant now)
      throws SQLException {
    Map<String, Facts> found = new LinkedHashMap<>();
    Rows.list(
        c,
        text.filled(c, factsSql),
        row -> {
          Facts facts = facts(row);
          return found.put(facts.text("customer_id"), facts);
        },
        now,
        ids(c, customers));
    return found;
  }

  private static Facts facts(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> values = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnName(i);
      Vocabulary.Fact fact = Vocabulary.customer().find(name).orElseThrow();
      Object value =
          switch (fact.type()) {
            case NUMBER -> row.getDouble(i);
            case TEXT -> row.getString(i);
            case YES_NO -> row.getBoolean(i);
            case LIST -> texts(row.getArray(i));
          };
      if (value != null && !row.wasNull()) {
        values.put(name, value);
      }
    }
    return new Facts(values);
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Array array)
      throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  public Map<String, List<Consent>> consents(Connection c, Collection<String> customers)
      throws SQLException {
    Map<String, List<Consent>> found = new HashMap<>();
    Rows.list(
        c,
        consentsSql,
        row ->
            found
                .computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                .add(
                    new Consent(
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getString("status"),
                        row.getString("since"),
                        row.getString("source"))),
        ids(c, customers));
    return found;
  }

  /// @param without decisions whose own proposals and rows do not count
  public Map<String, List<PastContact>> contacts(
      Connection c, Collection<String> customers, Instant now, Collection<String> without)
      throws SQLException {
    Map<String, List<PastContact>> found = new HashMap<>();
    Rows.list(
        c,
        contactsSql,
        row ->
            found
                .computeIfAbsent(row.getString("customer_id"), id -> new ArrayList<>())
                .add(
                    new PastContact(
                        row.getString("channel"),
                        row.getString("action_id"),
                        row.getString("kind"),
                        Objects.requireNonNull(Rows.instant(row, "happened_at")))),
        now,
        ids(c, customers),
        ids(c, without));
    return found;
  }

  private Map<String, Map<String, Feedback>> feedback(Connection c) throws SQLException {
    Map<String, Map<String, Feedback>> found = new HashMap<>();
    Rows.list(
        c,
        feedbackSql,
        row ->
            found
                .computeIfAbsent(row.getString("like_key"), key -> new TreeMap<>())
                .put(
                    row.getString("action_id"),
                    new Feedback(row.getInt("approved"), row.getInt("rejected"))));
    return found;
  }

  private Map<String, String> models(Connection c) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    Rows.list(
        c,
        text.filled(c, "select model, max(version) as version from ${gold.score} group by model"),
        row -> found.put(row.getString("model"), row.getString("version")));
    return found;
  }

  /// By id of the budget rule, what is spent or reserved in its period.
  public Map<String, BigDecimal> spent(Connection c, Policies policies, Instant now, ZoneId zone)
      throws SQLException {
    Map<String, BigDecimal> found = new TreeMap<>();
    for (PolicyRule.BudgetRule rule : policies.budgets()) {
      Instant from = rule.begins(now, zone);
      BigDecimal sum = BigDecimal.ZERO;
      for (Spent spent :
          Rows.list(
              c,
              spentSql,
              row ->
                  new Spent(
                      row.getString("agent"), row.getString("kind"), row.getBigDecimal("spent")),
              from,
              from)) {
        if (covers(rule.scope(), spent.agent(), spent.kind())) {
          sum = sum.add(spent.amount());
        }
      }
      found.put(rule.id(), sum);
    }
    return found;
  }

  private record Spent(String agent, String kind, BigDecimal amount) {}

  /// Whether a budget pays for this agent's actions of this kind.
  public static boolean covers(Scope scope, String agent, String kind) {
    return (scope.agents().isEmpty() || scope.agents().contains(agent))
        && (scope.kinds().isEmpty() || scope.kinds().stream().anyMatch(k -> k.key().equals(kind)))
        && scope.except().stream().noneMatch(k -> k.key().equals(kind));
  }

  /// A list of texts as a bound parameter.
  public static Object ids(Connection c, Collection<String> ids) throws SQLException {
    return c.createArrayOf("VARCHAR", ids.toArray());
  }
}
