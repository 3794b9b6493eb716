package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Confidence;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Silver customers a few points short of Gold whose points expire soon.
final class TierDetector implements Detector {
  private static final int CLOSE = 150;
  private static final String NEAR =
      """
      select customer_id, full_name, points, points_to_next, points_expire_on::varchar, margin_12m
      from gold.customer
      where tier = 'Silver' and points_to_next > 0 and points_to_next < ?
        and points_expire_on between ? and ?
      order by margin_12m desc nulls last, customer_id
      """;
  private static final String TIERS =
      """
      select avg(margin_12m) filter (where tier = 'Gold') - avg(margin_12m) filter (where tier = 'Silver'),
        avg(orders_12m) filter (where tier = 'Gold') / nullif(avg(orders_12m) filter (where tier = 'Silver'), 0),
        min(points_expire_on) filter (where tier = 'Silver' and points_expire_on >= ?)::varchar
      from gold.customer
      """;

  @Override
  public String looksAt() {
    return "loyalty tiers";
  }

  @Override
  public Found detect(Look look) throws SQLException {
    List<List<@Nullable Object>> near =
        look.rows(NEAR, CLOSE, look.today(), look.today().plusDays(45));
    List<@Nullable Object> tiers = look.rows(TIERS, look.today()).getFirst();
    double lift = Look.number(tiers, 0);
    double often = Look.number(tiers, 1);
    if (near.size() < 5 || lift <= 0) {
      return Found.nothing();
    }
    String expire = Look.text(near.getFirst(), 4);
    return Found.one(
        new Finding(
            "tier:gold",
            InsightCard.Topic.LOYALTY,
            look.figures().count(near.size())
                + " Silver customers are less than "
                + CLOSE
                + " points away from Gold",
            look.figures().figure(lift * near.size(), "upside, 12 months"),
            Confidence.estimated(
                List.of(
                    new Confidence.Part("Customers counted", 1.0),
                    new Confidence.Part("Gold customers differ in more than their tier", 0.70))),
            "Gold customers buy "
                + String.format(Locale.UK, "%.1f", often)
                + " times as often. Points expire on "
                + look.figures().day(java.time.LocalDate.parse(expire))
                + ".",
            "Review tier offer",
            new ActionTarget.Queue("", Look.ids(near)),
            NEAR,
            look.people(
                near,
                List.of("Customer", "Points", "Points missing", "Expire", "Margin 12 m"),
                List.of(Kind.CUSTOMER, Kind.COUNT, Kind.COUNT, Kind.TEXT, Kind.MONEY))));
  }
}
