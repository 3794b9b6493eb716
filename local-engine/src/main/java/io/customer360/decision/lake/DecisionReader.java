package io.customer360.decision.lake;

import io.customer360.decision.arbitration.Feedback;
import io.customer360.decision.policy.Consent;
import io.customer360.decision.policy.PastContact;
import io.customer360.decision.policy.Policies;
import io.customer360.decision.policy.PolicyRule;
import io.customer360.decision.policy.Scope;
import io.customer360.decision.rule.Facts;
import io.customer360.decision.rule.Vocabulary;
import io.customer360.lakehouse.Point;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads for many customers at once.
public final class DecisionReader {
  private final String factsSql = SqlText.read(DecisionReader.class, "facts.sql");
  private final String consentsSql = SqlText.read(DecisionReader.class, "consents.sql");
  private final String contactsSql = SqlText.read(DecisionReader.class, "contacts.sql");
  private final String feedbackSql = SqlText.read(DecisionReader.class, "feedback.sql");
  private final String letGoSql = SqlText.read(DecisionReader.class, "let_go.sql");
  private final String spentSql = SqlText.read(DecisionReader.class, "spent.sql");

  private static final Pattern IS = Pattern.compile("\\$\\{is\\.(\\w+)}");

  private final SqlText text = new SqlText();
  private final AtomicReference<@Nullable Models> models = new AtomicReference<>();

  /// The texts of this reader's lake.
  public SqlText text() {
    return text;
  }

  /// Everything about these customers, in one look.
  public Observation observe(Connection c, Collection<String> customers, Instant now)
      throws SQLException {
    return around(c, customers, now, List.of()).with(facts(c, customers, now));
  }

  /// The same without the facts, which take as long as all the rest.
  ///
  /// @param without decisions whose own proposals and rows do not count as contacts
  public Observation around(
      Connection c, Collection<String> customers, Instant now, Collection<String> without)
      throws SQLException {
    return new Observation(
        Map.of(),
        consents(c, customers),
        contacts(c, customers, now, without),
        feedback(c),
        models(c));
  }

  public Map<String, Facts> facts(Connection c, Collection<String> customers, Instant now)
      throws SQLException {
    Map<String, Facts> found = new LinkedHashMap<>();
    read(
        c,
        text.filled(c, factsSql),
        row -> {
          Facts facts = facts(row);
          return found.put(facts.text("customer_id"), facts);
        },
        now,
        customers);
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

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  public Map<String, List<Consent>> consents(Connection c, Collection<String> customers)
      throws SQLException {
    Map<String, List<Consent>> found = new HashMap<>();
    read(
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
        Instant.EPOCH,
        customers);
    return found;
  }

  /// @param without decisions whose own proposals and rows do not count
  public Map<String, List<PastContact>> contacts(
      Connection c, Collection<String> customers, Instant now, Collection<String> without)
      throws SQLException {
    Map<String, List<PastContact>> found = new HashMap<>();
    read(
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
        customers,
        without);
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

  private record Models(String content, Map<String, String> versions) {}

  /// Read from all scores once for each content of them: every decision asks.
  private Map<String, String> models(Connection c) throws SQLException {
    List<String> contents =
        Rows.list(
            c,
            "select hash from ops.model_state where name = 'gold.score'",
            row -> row.getString(1));
    Models kept = models.get();
    if (kept != null && contents.contains(kept.content())) {
      return kept.versions();
    }
    Map<String, String> found = new TreeMap<>();
    Rows.list(
        c,
        text.filled(c, "select model, max(version) as version from ${gold.score} group by model"),
        row -> found.put(row.getString("model"), row.getString("version")));
    if (contents.size() == 1) {
      models.set(new Models(contents.getFirst(), Map.copyOf(found)));
    }
    return found;
  }

  /// By id of the budget rule, what is spent in its period and what waiting proposals would spend.
  public Map<String, BigDecimal> spent(Connection c, Policies policies, Instant now, ZoneId zone)
      throws SQLException {
    return sums(c, spentSql, policies, now, zone);
  }

  /// By id of the budget rule, what was let go in its period that holds `moment`: an action counts
  /// when it is approved, whenever it is sent.
  public Map<String, BigDecimal> letGo(Connection c, Policies policies, Instant moment, ZoneId zone)
      throws SQLException {
    return sums(c, letGoSql, policies, moment, zone);
  }

  private static Map<String, BigDecimal> sums(
      Connection c, String text, Policies policies, Instant now, ZoneId zone) throws SQLException {
    List<PolicyRule.BudgetRule> rules = policies.budgets();
    Map<String, BigDecimal> found = new TreeMap<>();
    rules.forEach(rule -> found.put(rule.id(), BigDecimal.ZERO));
    if (rules.isEmpty()) {
      return found;
    }
    String sums =
        rules.stream()
            .map(
                rule ->
                    "sum(cost) filter (where spent_at >= "
                        + Point.literal(rule.begins(now, zone))
                        + " and spent_at < "
                        + Point.literal(rule.ends(now, zone))
                        + ")")
            .collect(Collectors.joining(", "));
    Instant first =
        rules.stream().map(rule -> rule.begins(now, zone)).min(Instant::compareTo).orElseThrow();
    String sql =
        text.replace("${sums}", sums)
            .replace("${first}", Point.literal(first))
            .replace("${now}", Point.literal(now));
    Rows.list(
        c,
        sql,
        row -> {
          for (int i = 0; i < rules.size(); i++) {
            PolicyRule.BudgetRule rule = rules.get(i);
            BigDecimal sum = row.getBigDecimal(i + 3);
            if (sum != null
                && covers(rule.scope(), row.getString("agent"), row.getString("kind"))) {
              found.merge(rule.id(), sum, BigDecimal::add);
            }
          }
          return found;
        });
    return found;
  }

  /// Whether a budget pays for this agent's actions of this kind.
  public static boolean covers(Scope scope, String agent, String kind) {
    return (scope.agents().isEmpty() || scope.agents().contains(agent))
        && (scope.kinds().isEmpty() || scope.kinds().stream().anyMatch(k -> k.key().equals(kind)))
        && scope.except().stream().noneMatch(k -> k.key().equals(kind));
  }

  /// Reads for these customers, the first of `lists`. One customer is named in each part of the
  /// text, so that the database finds his rows without looking through a table.
  @SafeVarargs
  private static <T> void read(
      Connection c, String sql, Rows.RowReader<T> reader, Instant now, Collection<String>... lists)
      throws SQLException {
    Collection<String> customers = lists[0];
    String at = sql.replace("${now}", Point.literal(now));
    if (customers.size() == 1 && Point.writable(customers)) {
      String id = Point.literal(customers.iterator().next());
      String is = "$1.customer_id = " + Matcher.quoteReplacement(id);
      Point.list(c, IS.matcher(at).replaceAll(is), reader, (Object[]) lists);
    } else {
      String is = "$1.customer_id in (select customer_id from wanted)";
      Object[] arrays = new Object[lists.length];
      for (int i = 0; i < lists.length; i++) {
        arrays[i] = c.createArrayOf("VARCHAR", lists[i].toArray());
      }
      Rows.list(c, IS.matcher(at).replaceAll(is), reader, arrays);
    }
  }
}
