package io.customer360.studio.desk;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import io.customer360.studio.count.Bits;
import io.customer360.studio.count.Counter;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentStudio;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What customers can be parted by: a text of theirs, the offer of their first order, or, where
/// orders name no offer, the campaign they answered before it. Safe from any thread.
public final class Groupings {
  /// The code on a line of the first order.
  public static final String OFFER = "offer";

  /// A message of the campaign was opened or clicked in the seven days before the first order.
  public static final String CAMPAIGN = "campaign";

  /// A field with more values than these makes no cohorts.
  private static final int MOST_VALUES = 60;

  private final Lakehouse lakehouse;
  private final SegmentStudio studio;

  public Groupings(Lakehouse lakehouse, SegmentStudio studio) {
    this.lakehouse = lakehouse;
    this.studio = studio;
  }

  /// Those there are, fields first. Without offers on order lines the campaign stands in for them;
  /// without messages neither is there.
  public List<Grouping.Choice> choices(Progress progress) {
    List<Grouping.Choice> choices = new ArrayList<>();
    for (Field field : new Leaders(studio).dimensions()) {
      choices.add(new Grouping.Choice(field.name(), field.title()));
    }
    if (!offers(progress).isEmpty()) {
      choices.add(new Grouping.Choice(OFFER, title(OFFER)));
    } else if (!campaigns(progress).isEmpty()) {
      choices.add(new Grouping.Choice(CAMPAIGN, title(CAMPAIGN)));
    }
    return choices;
  }

  private static String title(String key) {
    return key.equals(OFFER) ? "Offer of the first order" : "Campaign before the first order";
  }

  /// @param key of a choice
  /// @param most parts at most
  /// @throws WorkbenchException `C360-SEG-091` when there is no such grouping here
  public Grouping of(String key, int most, Progress progress) {
    List<Grouping.Part> parts =
        switch (key) {
          case OFFER -> byOffer(offers(progress));
          case CAMPAIGN ->
              campaigns(progress).stream()
                  .map(name -> new Grouping.Part(name, answered(name)))
                  .toList();
          default -> byField(field(key), progress);
        };
    if (parts.isEmpty()) {
      throw unknown(key, "no order says by which offer it came, and no message of which campaign");
    }
    String title = key.equals(OFFER) || key.equals(CAMPAIGN) ? title(key) : field(key).title();
    return new Grouping(title, parts.subList(0, Math.min(most, parts.size())));
  }

  private Field field(String key) {
    return new Leaders(studio)
        .dimensions().stream()
            .filter(field -> field.name().equals(key))
            .findFirst()
            .orElseThrow(
                () ->
                    unknown(
                        key,
                        "there are: "
                            + choices(Progress.NONE).stream()
                                .map(Grouping.Choice::key)
                                .collect(Collectors.joining(", "))));
  }

  private static WorkbenchException unknown(String key, String why) {
    return WorkbenchException.user(
        "C360-SEG-091", "Customers cannot be parted by " + key + ": " + why + ".");
  }

  private List<Grouping.Part> byField(Field field, Progress progress) {
    Counter counter = studio.counter();
    Bits everyone = counter.members(Rule.EVERYONE, progress);
    Bits nobody = everyone.without(everyone);
    return counter.values(field, everyone, nobody, MOST_VALUES, progress).keySet().stream()
        .map(
            value ->
                new Grouping.Part(value, new Rule.Attribute(field.name(), Comparison.is(value))))
        .toList();
  }

  private static List<Grouping.Part> byOffer(List<String> offers) {
    List<Grouping.Part> parts = new ArrayList<>();
    for (String offer : offers) {
      parts.add(new Grouping.Part(offer, firstOrder("l.promotion = " + Sql.literal(offer), offer)));
    }
    if (!parts.isEmpty()) {
      Rule any = firstOrder("l.promotion is not null", "any offer");
      parts.add(new Grouping.Part("no offer", new Rule.Group(Combination.NONE, List.of(any))));
    }
    return parts;
  }

  private static Rule firstOrder(String condition, String words) {
    return new Rule.Expression(
        "customer_id in (select l.customer_id from gold.order_line l join gold.customer f"
            + " on f.customer_id = l.customer_id where l.ordered_at = f.first_order_at and "
            + condition
            + ")",
        "first order with " + words);
  }

  private static Rule answered(String campaign) {
    return new Rule.Expression(
        "customer_id in (select e.customer_id from gold.engagement e join gold.customer f"
            + " on f.customer_id = e.customer_id where e.kind in ('opened', 'clicked')"
            + " and e.occurred_at <= f.first_order_at"
            + " and e.occurred_at > f.first_order_at - interval 7 day and e.campaign = "
            + Sql.literal(campaign)
            + ")",
        "answered " + campaign + " in the 7 days before the first order");
  }

  private List<String> offers(Progress progress) {
    return texts("purchases", "promotion", "not is_return", progress);
  }

  private List<String> campaigns(Progress progress) {
    return texts("messages", "campaign", "kind in ('opened', 'clicked')", progress);
  }

  /// The texts of an event's column, those of most customers first.
  private List<String> texts(String events, String column, String only, Progress progress) {
    return lakehouse.read(
        progress,
        connection -> {
          EventSource source = FieldCatalog.read(connection).findEvents(events).orElse(null);
          return source == null || source.field(column).isEmpty()
              ? List.of()
              : Rows.list(
                  connection,
                  "select "
                      + column
                      + " from "
                      + source.table()
                      + " where "
                      + column
                      + " is not null and customer_id is not null and "
                      + only
                      + " group by 1 order by count(distinct customer_id) desc, 1 limit "
                      + MOST_VALUES,
                  row -> row.getString(1));
        });
  }
}
