package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Confidence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A new carrier, later parcels, and loyal customers whose churn risk rose with them.
final class DeliveryDetector implements Detector {
  private static final String CARRIER =
      """
      select carrier, min(shipped_at)::date as first
      from gold.shipment
      where carrier is not null and shipped_at is not null
      group by carrier
      having min(shipped_at) > (select min(shipped_at) + interval 90 day from gold.shipment)
      order by first desc limit 1
      """;
  private static final String SHARES =
      """
      select count(*) filter (where shipped_at >= ? and delivered_at is not null) as after_all,
        count(*) filter (where shipped_at >= ? and days_late >= 2) as after_late,
        count(*) filter (where shipped_at < ? and delivered_at is not null) as before_all,
        count(*) filter (where shipped_at < ? and days_late >= 2) as before_late
      from gold.shipment where shipped_at >= ?
      """;
  private static final String LOYAL =
      """
      with late as (
        select customer_id, count(*) as late from gold.shipment
        where promised_at >= ? and days_late >= 2 group by customer_id
      ), family as (
        select distinct customer_id from gold.order_line
        where lower(category) in ('kids', 'children', 'family') and not is_return
      )
      select c.customer_id, c.full_name, c.tier, coalesce(l.late, 0) as late, s.score,
        s.score * greatest(c.margin_12m, 0) as at_risk, f.customer_id is not null as family,
        s.confidence
      from gold.customer c
      join gold.score s on s.customer_id = c.customer_id and s.model = 'churn'
      left join late l on l.customer_id = c.customer_id
      left join family f on f.customer_id = c.customer_id
      where c.tier in ('Gold', 'Silver')
      order by at_risk desc, c.customer_id
      """;

  @Override
  public String looksAt() {
    return "deliveries";
  }

  @Override
  public Found detect(Look look) throws SQLException {
    List<List<@Nullable Object>> carriers = look.rows(CARRIER);
    if (carriers.isEmpty()) {
      return Found.nothing();
    }
    String carrier = Look.text(carriers.getFirst(), 0);
    LocalDate first = LocalDate.parse(Look.text(carriers.getFirst(), 1));
    var change = look.start(first);
    var from = look.start(first.minusDays(90));
    List<@Nullable Object> shares =
        look.rows(SHARES, change, change, change, change, from).getFirst();
    double after = Look.number(shares, 1) / Math.max(1, Look.number(shares, 0));
    double before = Look.number(shares, 3) / Math.max(1, Look.number(shares, 2));
    double p =
        Statistics.twoProportions(
            Look.number(shares, 1),
            Look.number(shares, 0),
            Look.number(shares, 3),
            Look.number(shares, 2));
    List<List<@Nullable Object>> loyal = look.rows(LOYAL, change);
    List<List<@Nullable Object>> families =
        loyal.stream().filter(r -> Boolean.TRUE.equals(r.get(6))).toList();
    boolean family = families.stream().filter(r -> Look.number(r, 3) > 0).count() >= 30;
    List<List<@Nullable Object>> group = family ? families : loyal;
    List<List<@Nullable Object>> hit = group.stream().filter(r -> Look.number(r, 3) > 0).toList();
    List<List<@Nullable Object>> spared =
        group.stream().filter(r -> Look.number(r, 3) == 0).toList();
    if (p > 0.001 || after - before < 0.02 || hit.size() < 10 || spared.size() < 10) {
      return Found.nothing();
    }
    double risk = mean(hit, 4);
    double usual = mean(spared, 4);
    double ratio = usual == 0 ? 0 : risk / usual;
    if (ratio < 1.15) {
      return Found.nothing();
    }
    double money = hit.stream().mapToDouble(r -> Look.number(r, 5)).sum();
    double sure = mean(hit, 7);
    String who = family ? "loyal families" : "loyal customers";
    String raise =
        ratio >= 1.8 && ratio < 2.4
            ? "Late deliveries double the churn risk of " + who
            : ratio >= 2.4
                ? "Late deliveries raise the churn risk of "
                    + who
                    + " "
                    + String.format(Locale.UK, "%.1f", ratio)
                    + " times"
                : "Late deliveries raise the churn risk of "
                    + who
                    + " from "
                    + look.figures().score(usual)
                    + " to "
                    + look.figures().score(risk);
    String count = look.figures().count(hit.size());
    return Found.one(
        new Finding(
            "delivery:" + carrier.toLowerCase(Locale.ROOT),
            InsightCard.Topic.DELIVERY,
            raise,
            look.figures().figure(money, "margin at risk"),
            Confidence.estimated(
                List.of(
                    new Confidence.Part("Shift of the late share, one minus its p-value", 1 - p),
                    new Confidence.Part("Churn model, mean confidence", Math.clamp(sure, 0, 1)))),
            "Late share rose from "
                + look.figures().share(before)
                + " to "
                + look.figures().share(after)
                + " with "
                + carrier
                + ", since "
                + look.figures().day(first)
                + ".",
            "Open " + count + " customers",
            new ActionTarget.Customers(
                capital(who) + " with late deliveries since " + look.figures().day(first),
                Look.ids(hit)),
            LOYAL,
            look.people(
                hit,
                List.of("Customer", "Tier", "Late deliveries", "Churn risk", "At risk"),
                List.of(Kind.CUSTOMER, Kind.TEXT, Kind.COUNT, Kind.SCORE, Kind.MONEY))));
  }

  private static double mean(List<List<@Nullable Object>> rows, int at) {
    return rows.stream().mapToDouble(r -> Look.number(r, at)).average().orElse(0);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
