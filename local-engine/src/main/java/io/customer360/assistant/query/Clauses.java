package io.customer360.assistant.query;

import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.semantic.Activity;
import io.customer360.assistant.semantic.Attribute;
import io.customer360.assistant.semantic.Dimension;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.assistant.semantic.TableDef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes FROM and WHERE. Customers are reached by their one row, scores by the one row of customer
/// and model, deeds by `in (select customer_id ...)`: none of them multiplies rows.
final class Clauses {
  static final String AT_RISK_MARGIN = "churn.score * greatest(c.margin_12m, 0)";

  private final SemanticLayer layer;
  private final LocalDate today;
  private final ZoneId zone;

  Clauses(SemanticLayer layer, LocalDate today, ZoneId zone) {
    this.layer = layer;
    this.today = today;
    this.zone = zone;
  }

  /// `from gold.customer c left join gold.score churn ...` for these conditions and expressions.
  QueryText fromCustomers(Audience audience, String... expressions) {
    QueryText text = new QueryText().add("from gold.customer c\n");
    scores(text, models(audience, expressions));
    return text;
  }

  QueryText from(TableDef table, Audience audience, String... expressions) {
    if (table.isCustomer()) {
      return fromCustomers(audience, expressions);
    }
    QueryText text = new QueryText().add("from " + table.name() + " t\n");
    Set<String> models = models(audience, expressions);
    boolean customers =
        !models.isEmpty() || audience.conditions().stream().anyMatch(c -> !ofRows(c, table));
    for (String expression : expressions) {
      customers |= expression.contains("c.");
    }
    if (customers) {
      text.add("join gold.customer c on c.customer_id = t.customer_id\n");
      scores(text, models);
    }
    return text;
  }

  private static void scores(QueryText text, Set<String> models) {
    for (String model : models) {
      text.add(
          "left join gold.score "
              + model
              + " on "
              + model
              + ".customer_id = c.customer_id and "
              + model
              + ".model = ");
      text.bind(model).add("\n");
    }
  }

  private Set<String> models(Audience audience, String... expressions) {
    Set<String> models = new TreeSet<>();
    for (Condition condition : audience.conditions()) {
      if (condition instanceof Condition.Threshold t) {
        String needs = layer.attribute(t.attribute()).needs();
        if (needs != null) {
          models.add(needs);
        }
      }
      if (condition instanceof Condition.Is is && layer.dimension(is.dimension()).ofCustomer()) {
        addModels(models, layer.dimension(is.dimension()).on().getOrDefault("customer", ""));
      }
    }
    for (String expression : expressions) {
      addModels(models, expression);
    }
    return models;
  }

  private static void addModels(Set<String> models, String expression) {
    for (String model : new String[] {"churn", "propensity"}) {
      if (expression.contains(model + ".score")) {
        models.add(model);
      }
    }
  }

  /// All conditions and the period, each on its line with the person's words.
  QueryText where(TableDef table, Audience audience, @Nullable Period period) {
    QueryText text = new QueryText();
    boolean first = true;
    for (Condition condition : audience.conditions()) {
      text.add(first ? "where " : "  and ");
      text.append(predicate(table, condition)).comment(condition.phrase());
      first = false;
    }
    if (period != null) {
      text.add(first ? "where " : "  and ");
      text.append(during(table, period)).comment(period.words());
    }
    return text;
  }

  QueryText during(TableDef table, Period period) {
    String column = table.timeColumn();
    QueryText text = new QueryText().add(column + " >= ");
    if (table.timeIsDate()) {
      return text.bind(period.from()).add(" and " + column + " < ").bind(period.to());
    }
    return text.bind(instant(period.from()))
        .add(" and " + column + " < ")
        .bind(instant(period.to()));
  }

  Instant instant(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  boolean ofRows(Condition condition, TableDef table) {
    return condition instanceof Condition.Is is
        && layer.dimension(is.dimension()).on().containsKey(table.key())
        && !table.isCustomer();
  }

  QueryText predicate(TableDef table, Condition condition) {
    return switch (condition) {
      case Condition.Threshold t -> threshold(t);
      case Condition.Is is -> is(table, is);
      case Condition.Did did -> did(did);
      case Condition.Consent consent -> consent(consent);
      case Condition.Has has ->
          new QueryText()
              .add(
                  has.negated()
                      ? "c." + has.field() + " is null"
                      : "c." + has.field() + " is not null");
    };
  }

  private QueryText threshold(Condition.Threshold t) {
    Attribute attribute = layer.attribute(t.attribute());
    QueryText text = new QueryText().add(t.negated() ? "not (" : "");
    text.formula(attribute.sql(), today, "");
    Double upper = t.upper();
    if (upper != null) {
      text.add(" between ").bind(t.value()).add(" and ").bind(upper);
    } else {
      text.add(" " + t.op() + " ").bind(t.value());
    }
    return text.add(t.negated() ? ")" : "");
  }

  private QueryText is(TableDef table, Condition.Is is) {
    String expression = expression(layer.dimension(is.dimension()), table);
    QueryText text = new QueryText();
    if (is.negated()) {
      text.add("(").formula(expression, today, table.timeColumn()).add(" is null or ");
    }
    text.formula(expression, today, table.timeColumn());
    text.add(is.negated() ? " not in (" : " in (").bindAll(is.values()).add(")");
    return text.add(is.negated() ? ")" : "");
  }

  String expression(Dimension dimension, TableDef table) {
    String here = dimension.on().get(table.key());
    if (here != null) {
      return here;
    }
    String ofCustomer = dimension.on().get("customer");
    if (ofCustomer == null) {
      throw new IllegalArgumentException(dimension.key() + " is not on " + table.key());
    }
    return ofCustomer;
  }

  private QueryText did(Condition.Did did) {
    Activity activity = layer.activity(did.activity());
    TableDef table = layer.table(activity.table());
    QueryText text =
        new QueryText()
            .add("c.customer_id " + (did.negated() ? "not in" : "in"))
            .add(
                " (select t.customer_id from "
                    + table.name()
                    + " t where t.customer_id is not null");
    if (!activity.where().equals("true")) {
      text.add(" and " + activity.where());
    }
    for (Condition.Is detail : did.details()) {
      text.add(" and ").append(is(table, detail));
    }
    Period period = did.period();
    if (period != null) {
      text.add(" and ").append(during(table, period));
    }
    if (did.times() > 1) {
      String counted = table.key().equals("line") ? "count(distinct t.order_id)" : "count(*)";
      text.add(" group by t.customer_id having " + counted + " >= ").bind(did.times());
    }
    return text.add(")");
  }

  private QueryText consent(Condition.Consent consent) {
    boolean notAsked = consent.status().equals("not_asked");
    boolean in = consent.negated() == notAsked;
    QueryText text =
        new QueryText()
            .add("c.customer_id " + (in ? "in" : "not in"))
            .add(" (select customer_id from gold.consent where purpose = ")
            .bind(consent.purpose());
    String channel = consent.channel();
    if (channel != null) {
      text.add(" and channel = ").bind(channel);
    }
    if (notAsked) {
      text.add(" and status in ('yes', 'no'))");
    } else {
      text.add(" and status = ").bind(consent.status()).add(")");
    }
    return text;
  }
}
